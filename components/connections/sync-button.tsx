"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type SyncButtonProps = {
  connectionId: string;
  /** Why it cannot be asked for now. */
  refusal?: string;
  sync: FormAction;
};

/** Has the account read now; how far it is stands on the page. */
export function SyncButton({ connectionId, refusal, sync }: SyncButtonProps) {
  return (
    <Form action={sync}>
      {() => (
        <>
          <input type="hidden" name="connectionId" value={connectionId} />
          <SubmitButton
            variant="secondary"
            pendingLabel="Asking"
            disabled={refusal !== undefined}
            title={refusal}
          >
            Sync now
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
