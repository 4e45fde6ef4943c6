"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";
import { EmailField } from "./email-field.tsx";

/** Asks for the mail that leads to a new password. */
export function ForgotPasswordForm({ requestReset }: { requestReset: FormAction }) {
  return (
    <Form action={requestReset} className="grid gap-4">
      {(state) => (
        <>
          <EmailField state={state} />
          <SubmitButton wide>Send the link</SubmitButton>
        </>
      )}
    </Form>
  );
}
