"use client";

import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";
import { EmailField } from "./email-field.tsx";

/** Opens an account; the business comes after, once the address is confirmed. */
export function SignUpForm({ signUp, next }: { signUp: FormAction; next: string }) {
  return (
    <Form action={signUp} className="grid gap-4">
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField
            label="Your name"
            name="name"
            autoComplete="name"
            required
            defaultValue={state?.values?.name}
            error={state?.fieldErrors?.name}
          />
          <EmailField state={state} />
          <PasswordField
            label="Password"
            name="password"
            autoComplete="new-password"
            minLength={8}
            required
            hint="At least 8 characters. A few words in a row are easy to remember and hard to guess."
            error={state?.fieldErrors?.password}
          />
          <SubmitButton wide>Create account</SubmitButton>
        </>
      )}
    </Form>
  );
}
