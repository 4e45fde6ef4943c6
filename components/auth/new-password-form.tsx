"use client";

import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

/** Sets a new password. The address is there unseen, so that a password manager updates the right entry. */
export function NewPasswordForm({ email, save }: { email: string; save: FormAction }) {
  return (
    <Form action={save} className="grid gap-4">
      {(state) => (
        <>
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label="New password"
            name="password"
            autoComplete="new-password"
            minLength={8}
            required
            hint="At least 8 characters."
            error={state?.fieldErrors?.password}
          />
          <SubmitButton wide>Save new password</SubmitButton>
        </>
      )}
    </Form>
  );
}
