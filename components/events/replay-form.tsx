"use client";

import { useEffect, useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import { CardBody, CardFooter } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";
import { countWords } from "./count-words.ts";

type ReplayFormProps = {
  /** The replay this form starts, however often it is sent. */
  replayId: string;
  /** What was chosen, as it stands in the address. */
  query: string;
  succeeded: number;
  start: FormAction;
};

/** Starts a replay. To run a success again takes two ticks, since what it did is done a second time. */
export function ReplayForm({ replayId, query, succeeded, start }: ReplayFormProps) {
  const [id, setId] = useState(replayId);
  // Coming back to this page means another replay, though the browser shows the same page again.
  useEffect(() => setId(uuidv7()), []);

  return (
    <Form action={start}>
      {(state) => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="query" value={query} />
          {succeeded > 0 && (
            <CardBody className="group grid gap-3 border-line border-t">
              <Tick
                name="includesProcessed"
                label={`Also run the ${countWords(succeeded)} that already succeeded`}
              >
                Each is worked off as if it had just come: what it did the first time is done once more.
              </Tick>
              <div className="hidden rounded-md bg-warn-soft px-3 py-2.5 group-has-[[name=includesProcessed]:checked]:block">
                <Tick
                  name="isSure"
                  label={`Yes, run ${succeeded === 1 ? "this success" : "these successes"} a second time`}
                  error={state?.fieldErrors?.isSure}
                >
                  This cannot be taken back.
                </Tick>
              </div>
            </CardBody>
          )}
          <CardFooter className="justify-end">
            <SubmitButton pendingLabel="Starting">Start</SubmitButton>
          </CardFooter>
        </>
      )}
    </Form>
  );
}

type TickProps = { name: string; label: string; error?: string; children: React.ReactNode };

function Tick({ name, label, error, children }: TickProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input
        type="checkbox"
        id={id}
        name={name}
        value="yes"
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div className="grid gap-0.5">
        <label htmlFor={id} className="flex min-h-6 items-center font-medium pointer-coarse:min-h-11">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-muted text-sm">
          {children}
        </p>
        {error && (
          <p id={`${id}-error`} className="text-bad text-sm">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
