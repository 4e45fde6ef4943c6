"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

/** Asks before it removes a report, and says what goes with it. */
export function RemoveReport({ title, remove }: { title: string; remove: FormAction }) {
  return (
    <Dialog title={`Remove ${title}?`} trigger={<Button variant="danger">Remove</Button>}>
      <Form action={remove} className="grid gap-4">
        {() => (
          <>
            <p>
              Its PDF is deleted and every link to it stops working. The figures it tells stay, so it can be
              made again.
            </p>
            <div className="flex flex-wrap justify-end gap-2">
              <DialogClose>
                <Button>Keep it</Button>
              </DialogClose>
              <SubmitButton variant="danger" pendingLabel="Removing">
                Remove
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
