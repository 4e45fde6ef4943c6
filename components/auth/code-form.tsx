"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";

/** The digits from the mail, for who reads mail on one device and works on another. */
export function CodeForm({ confirm }: { confirm: FormAction }) {
  return (
    <Form action={confirm} className="grid gap-4">
      {(state) => (
        <>
          <TextField
            label="Code from the mail"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
            defaultValue={state?.values?.code}
            error={state?.fieldErrors?.code}
          />
          <SubmitButton wide>Continue</SubmitButton>
        </>
      )}
    </Form>
  );
}
