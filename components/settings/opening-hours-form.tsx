"use client";

import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";

type OpeningHoursFormProps = {
  days: { day: string; text: string }[];
  readOnly: boolean;
  save: FormAction;
};

/** When the business is open, a line for each day of the week. How fast customers are answered is told within these hours. */
export function OpeningHoursForm({ days, readOnly, save }: OpeningHoursFormProps) {
  return (
    <Card aria-label="Opening hours" className="mt-5 max-w-2xl">
      <CardHeader
        title="Opening hours"
        description="How fast customers are answered is told within these hours, so that a question asked at night does not count against you."
      />
      <Form action={save}>
        {(state) => (
          <>
            <CardBody className="grid gap-5">
              {readOnly && <Notice tone="idle">Only owners and admins can change opening hours.</Notice>}
              <p className="text-muted text-sm">
                Write them like 9:00–13:00, 14:00–18:00, and leave a day empty when you are closed. While
                every day is empty, all hours count. A change counts for answers from then on.
              </p>
              <div className="grid items-start gap-4 sm:grid-cols-2">
                {days.map(({ day, text }) => (
                  <TextField
                    key={day}
                    label={capital(day)}
                    name={day}
                    autoComplete="off"
                    placeholder="Closed"
                    disabled={readOnly}
                    defaultValue={state?.values?.[day] ?? text}
                    error={state?.fieldErrors?.[day]}
                  />
                ))}
              </div>
            </CardBody>
            {!readOnly && (
              <CardFooter className="justify-end">
                <SubmitButton pendingLabel="Saving">Save opening hours</SubmitButton>
              </CardFooter>
            )}
          </>
        )}
      </Form>
    </Card>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
