"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

/** Asks the platform now; the result appears on the page by itself. */
export function CheckButton({
  connectionId,
  refusal,
  check,
}: {
  connectionId: string;
  refusal?: string;
  check: FormAction;
}) {
  return (
    <Form action={check}>
      {() => (
        <>
          <input type="hidden" name="connectionId" value={connectionId} />
          <SubmitButton
            variant="secondary"
            pendingLabel="Asking"
            disabled={refusal !== undefined}
            title={refusal}
          >
            Check now
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
