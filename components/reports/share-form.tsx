"use client";

import { CopyField } from "#components/ui/copy-field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

/** Makes a link. Its address is shown this once, since only a trace of it is kept. */
export function ShareForm({ days, share }: { days: readonly number[]; share: FormAction }) {
  return (
    <Form action={share} className="grid gap-4">
      {(state) => (
        <>
          <div className="flex flex-wrap items-end gap-3">
            <SelectField label="The link works for" name="days" defaultValue="30" className="w-44">
              {days.map((each) => (
                <option key={each} value={each}>
                  {each === 365 ? "a year" : `${each} days`}
                </option>
              ))}
            </SelectField>
            <SubmitButton pendingLabel="Making it">Make a link</SubmitButton>
          </div>
          {state?.outcome === "saved" && state.values?.url && (
            <Notice tone="good" title="Anyone with this link can open the report">
              <div className="mt-2">
                <CopyField
                  label="Link"
                  text={state.values.url}
                  hint="Copy it now: it is not shown again. A lost one is replaced by making another."
                />
              </div>
            </Notice>
          )}
        </>
      )}
    </Form>
  );
}
