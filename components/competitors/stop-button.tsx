"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { closingWhenSaved } from "#components/events/closing-when-saved.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type StopButtonProps = { competitorId: string; name: string; stop: FormAction };

/** Asks before it stops watching, and says what that means. */
export function StopButton({ competitorId, name, stop }: StopButtonProps) {
  const [isAsking, setIsAsking] = useState(false);

  return (
    <Dialog
      title={`Stop watching ${name}?`}
      open={isAsking}
      onOpenChange={setIsAsking}
      trigger={
        <Button variant="quiet" size="icon-small" aria-label={`Stop watching ${name}`} title="Stop watching">
          <X aria-hidden />
        </Button>
      }
    >
      <Form action={closingWhenSaved(stop, () => setIsAsking(false))} className="grid gap-4">
        {() => (
          <>
            <input type="hidden" name="competitorId" value={competitorId} />
            <p>
              Its posts and the history of its followers are deleted here. Platforms tell only today's
              followers, so that history does not come back when you watch it again.
            </p>
            <div className="flex flex-wrap justify-end gap-2">
              <DialogClose>
                <Button>Keep watching</Button>
              </DialogClose>
              <SubmitButton variant="danger" pendingLabel="Deleting">
                Stop watching
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
