"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";
import { closingWhenSaved } from "./closing-when-saved.ts";
import type { View } from "./views-menu.tsx";

type DeleteViewsProps = { open: boolean; onClose: () => void; views: View[]; remove: FormAction };

/** The views that this person may delete. Each asks once more, and says who loses it. */
export function DeleteViews({ open, onClose, views, remove }: DeleteViewsProps) {
  const [asked, setAsked] = useState<string | null>(null);

  function close() {
    setAsked(null);
    onClose();
  }

  return (
    <Dialog title="Delete a view" open={open} onOpenChange={(next) => !next && close()}>
      <ul className="divide-y divide-line">
        {views.map(({ id, name, isShared }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
            <span className="min-w-0 break-words">
              {name}
              {isShared && <span className="text-muted"> · shared</span>}
            </span>
            {asked === id ? (
              <Form action={closingWhenSaved(remove, close)} className="grid gap-2">
                {() => (
                  <>
                    <input type="hidden" name="viewId" value={id} />
                    <p className="text-sm">
                      {isShared ? "Everyone here loses it." : "Only you see it."} Its events stay.
                    </p>
                    <span className="flex justify-end gap-2">
                      <Button size="small" onClick={() => setAsked(null)}>
                        Keep it
                      </Button>
                      <SubmitButton size="small" variant="danger" pendingLabel="Deleting">
                        Delete “{name}”
                      </SubmitButton>
                    </span>
                  </>
                )}
              </Form>
            ) : (
              <Button
                size="small"
                variant="danger"
                aria-label={`Delete ${name}`}
                onClick={() => setAsked(id)}
              >
                Delete
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
