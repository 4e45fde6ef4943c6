"use client";

import { Form } from "#components/ui/form.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type FrequencyFormProps = {
  connectionId: string;
  current: number;
  choices: { minutes: number; label: string }[];
  change: FormAction;
};

/** How often an account is read. */
export function FrequencyForm({ connectionId, current, choices, change }: FrequencyFormProps) {
  return (
    <Form action={change} className="grid gap-2">
      {(state) => (
        <div className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="connectionId" value={connectionId} />
          <SelectField
            label="How often"
            name="minutes"
            defaultValue={String(current)}
            error={state?.fieldErrors?.minutes}
            className="w-44"
          >
            {choices.map(({ minutes, label }) => (
              <option key={minutes} value={minutes}>
                {label}
              </option>
            ))}
          </SelectField>
          <SubmitButton variant="secondary" pendingLabel="Saving">
            Save
          </SubmitButton>
        </div>
      )}
    </Form>
  );
}
