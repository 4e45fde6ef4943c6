"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

/** Asks before it stops a replay, and says what that leaves behind. */
export function ReplayCancelButton({ cancel }: { cancel: FormAction }) {
  return (
    <Dialog title="Cancel this replay?" trigger={<Button variant="danger">Cancel</Button>}>
      <Form action={cancel} className="grid gap-4">
        {() => (
          <>
            <ul className="grid list-disc gap-1.5 pl-5">
              <li>No more events are set running.</li>
              <li>What has run stays as it is, and the few that are under way run to their end.</li>
              <li>You can start another replay for the rest at any time.</li>
            </ul>
            <div className="flex flex-wrap justify-end gap-2">
              <DialogClose>
                <Button>Let it run</Button>
              </DialogClose>
              <SubmitButton variant="danger" pendingLabel="Cancelling">
                Cancel the replay
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
