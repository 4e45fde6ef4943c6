"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type DisconnectButtonProps = {
  connectionId: string;
  displayName: string;
  providerName: string;
  refusal?: string;
  disconnect: FormAction;
};

/** Asks before it disconnects, and says what that means. */
export function DisconnectButton(props: DisconnectButtonProps) {
  const { connectionId, displayName, providerName, refusal, disconnect } = props;
  const trigger = (
    <Button variant="danger" disabled={refusal !== undefined} title={refusal}>
      Disconnect
    </Button>
  );
  if (refusal !== undefined) return trigger;

  return (
    <Dialog title={`Disconnect ${displayName}?`} trigger={trigger}>
      <Form action={disconnect} className="grid gap-4">
        {() => (
          <>
            <input type="hidden" name="connectionId" value={connectionId} />
            <ul className="grid list-disc gap-1.5 pl-5">
              <li>New messages and events no longer arrive here.</li>
              <li>Everything that came so far stays, and is there again when you reconnect.</li>
              <li>The access that {providerName} gave is handed back and forgotten.</li>
              <li>Your other accounts keep working.</li>
            </ul>
            <div className="flex flex-wrap justify-end gap-2">
              <DialogClose>
                <Button>Keep it connected</Button>
              </DialogClose>
              <SubmitButton variant="danger" pendingLabel="Disconnecting">
                Disconnect
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
