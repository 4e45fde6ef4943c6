"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type ConnectionButtonProps = {
  connectionId: string;
  label: string;
  pendingLabel: string;
  /** Why it cannot be asked for now, or not by this person. */
  refusal?: string;
  action: FormAction;
  size?: "small";
};

/** Asks something of a connection; what came of it stands on the page a moment later. */
export function ConnectionButton(props: ConnectionButtonProps) {
  const { connectionId, label, pendingLabel, refusal, action, size } = props;
  return (
    <Form action={action} className="grid justify-items-start gap-2">
      {() => (
        <>
          <input type="hidden" name="connectionId" value={connectionId} />
          <SubmitButton
            variant="secondary"
            size={size}
            pendingLabel={pendingLabel}
            disabled={refusal !== undefined}
            title={refusal}
          >
            {label}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
