"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

/** Sends the same mail once more. */
export function ResendForm({ resend }: { resend: FormAction }) {
  return (
    <Form action={resend} className="grid gap-3">
      {() => (
        <SubmitButton variant="secondary" wide>
          Send the mail again
        </SubmitButton>
      )}
    </Form>
  );
}
