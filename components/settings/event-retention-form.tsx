"use client";

import { Card, CardBody, CardFooter } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";

type EventRetentionFormProps = {
  days: number;
  shortest: number;
  /** What this installation keeps at most. */
  longest: number;
  readOnly: boolean;
  save: FormAction;
};

/** For how many days events are kept. A shorter time deletes at once, which has to be agreed to. */
export function EventRetentionForm({ days, shortest, longest, readOnly, save }: EventRetentionFormProps) {
  return (
    <Card aria-label="How long events are kept" className="max-w-2xl">
      <Form action={save}>
        {(state) => (
          <>
            <CardBody className="grid gap-5">
              {readOnly && (
                <Notice tone="idle">Only owners and admins can change how long events are kept.</Notice>
              )}
              <TextField
                label="Days to keep events"
                name="days"
                type="number"
                inputMode="numeric"
                min={shortest}
                max={longest}
                required
                disabled={readOnly}
                defaultValue={state?.values?.days ?? days}
                hint={`From ${shortest} to ${longest}. Older events are deleted every night, with their payloads and attempts, and cannot be brought back or run again.`}
                error={state?.fieldErrors?.days}
                className="max-w-md"
              />
              {state?.fieldErrors?.mayDelete && <AgreeToDelete losses={state.fieldErrors.mayDelete} />}
            </CardBody>
            {!readOnly && (
              <CardFooter className="justify-end">
                <SubmitButton pendingLabel="Saving">Save changes</SubmitButton>
              </CardFooter>
            )}
          </>
        )}
      </Form>
    </Card>
  );
}

function AgreeToDelete({ losses }: { losses: string }) {
  return (
    <div className="flex items-start gap-3 rounded-md bg-warn-soft p-3">
      <input
        type="checkbox"
        id="may-delete"
        name="mayDelete"
        value="on"
        aria-invalid
        aria-describedby="may-delete-losses"
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div className="grid gap-0.5">
        <label htmlFor="may-delete" className="flex min-h-6 items-center font-medium pointer-coarse:min-h-11">
          Delete what is older
        </label>
        <p id="may-delete-losses">{losses}</p>
      </div>
    </div>
  );
}
