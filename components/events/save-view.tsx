"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";
import { closingWhenSaved } from "./closing-when-saved.ts";

type SaveViewProps = {
  open: boolean;
  onClose: () => void;
  query: string;
  /** Viewers keep views for themselves only. */
  canShare: boolean;
  save: FormAction;
};

/** Keeps the filter of this page under a name. */
export function SaveView({ open, onClose, query, canShare, save }: SaveViewProps) {
  return (
    <Dialog
      title="Save this view"
      description="It keeps what is filtered, under a name."
      open={open}
      onOpenChange={(next) => !next && onClose()}
    >
      <Form action={closingWhenSaved(save, onClose)} className="grid gap-4">
        {(state) => (
          <>
            <input type="hidden" name="query" value={query} />
            <TextField
              label="Name"
              name="name"
              required
              maxLength={60}
              autoComplete="off"
              defaultValue={state?.values?.name}
              error={state?.fieldErrors?.name}
            />
            {canShare && (
              <label className="flex min-h-6 items-center gap-3 pointer-coarse:min-h-11">
                <input type="checkbox" name="isShared" value="on" className="size-4 shrink-0 accent-accent" />
                Share it with everyone here
              </label>
            )}
            <div className="flex flex-wrap justify-end gap-2">
              <DialogClose>
                <Button>Cancel</Button>
              </DialogClose>
              <SubmitButton pendingLabel="Saving">Save view</SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
