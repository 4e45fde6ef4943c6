"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type RepairButtonProps = {
  connectionId: string;
  /** Why this person may not. */
  refusal?: string;
  repair: FormAction;
};

/** Has the platform send events here again; what came of it stands on the page a moment later. */
export function RepairButton({ connectionId, refusal, repair }: RepairButtonProps) {
  return (
    <Form action={repair} className="grid gap-2">
      {() => (
        <>
          <input type="hidden" name="connectionId" value={connectionId} />
          <SubmitButton
            variant="secondary"
            size="small"
            pendingLabel="Setting up"
            disabled={refusal !== undefined}
            title={refusal}
            className="justify-self-start"
          >
            Send events here
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
