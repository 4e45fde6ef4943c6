"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";

/** Asks for the mail that leads to a new password. */
export function ForgotPasswordForm({ requestReset }: { requestReset: FormAction }) {
  return (
    <Form action={requestReset} className="grid gap-4">
      {(state) => (
        <>
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={state?.values?.email}
            error={state?.fieldErrors?.email}
          />
          <SubmitButton wide>Send the link</SubmitButton>
        </>
      )}
    </Form>
  );
}
