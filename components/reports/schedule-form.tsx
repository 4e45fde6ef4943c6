"use client";

import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";

type ScheduleFormProps = {
  isOn: boolean;
  clientName: string;
  recipients: string[];
  /** Why this person may only read it. */
  refusal?: string;
  save: FormAction;
};

/** The report that is made by itself each month and mailed as a link. */
export function ScheduleForm({ isOn, clientName, recipients, refusal, save }: ScheduleFormProps) {
  const disabled = refusal !== undefined;

  return (
    <Card aria-labelledby="monthly">
      <CardHeader
        id="monthly"
        title="Every month by e-mail"
        description="On the first of each month the month before is put into a report about all accounts, and each address gets a link of its own."
      />
      <Form action={save}>
        {(state) => (
          <>
            <CardBody className="grid gap-4">
              {refusal && <p className="text-muted">{refusal}</p>}
              <label className="flex min-h-8 items-center gap-2 font-medium pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  name="isOn"
                  value="on"
                  defaultChecked={state?.values ? state.values.isOn === "on" : isOn}
                  disabled={disabled}
                  className="size-4 shrink-0 accent-accent"
                />
                Make and mail the monthly report
              </label>
              <TextField
                label="Who it is for"
                name="clientName"
                disabled={disabled}
                defaultValue={state?.values?.clientName ?? clientName}
                error={state?.fieldErrors?.clientName}
              />
              <Field
                label="Addresses"
                hint="One a line, ten at most. They need no account."
                error={state?.fieldErrors?.recipients}
              >
                {(control) => (
                  <textarea
                    {...control}
                    name="recipients"
                    rows={3}
                    disabled={disabled}
                    spellCheck={false}
                    defaultValue={state?.values?.recipients ?? recipients.join("\n")}
                    className={cn(controlStyle(), "py-2")}
                  />
                )}
              </Field>
            </CardBody>
            {!disabled && (
              <CardFooter className="justify-end">
                <SubmitButton pendingLabel="Saving">Save</SubmitButton>
              </CardFooter>
            )}
          </>
        )}
      </Form>
    </Card>
  );
}
