"use client";

import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { FormAction } from "#lib/forms.ts";
import { EmailField } from "./email-field.tsx";

/** Address and password, or only the address and a link by mail. */
export function SignInForm({ signIn, next }: { signIn: FormAction; next: string }) {
  return (
    <Form action={signIn} className="grid gap-4">
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <EmailField state={state} />
          <PasswordField
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            error={state?.fieldErrors?.password}
            aside={
              <TextLink href="/forgot-password" className="text-sm">
                Forgot password?
              </TextLink>
            }
          />
          <div className="grid gap-2">
            <SubmitButton name="method" value="password" wide>
              Sign in
            </SubmitButton>
            <SubmitButton name="method" value="link" variant="quiet" wide>
              E-mail me a sign-in link
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
