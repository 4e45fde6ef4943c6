"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";
import { BusinessTypeField } from "./business-type-field.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

type NewOrganizationFormProps = {
  create: FormAction;
  zones: string[];
  businessTypes: Record<string, string>;
};

/** The three things to know about a business before its first channel is connected. */
export function NewOrganizationForm({ create, zones, businessTypes }: NewOrganizationFormProps) {
  return (
    <Form action={create} className="grid gap-4">
      {(state) => (
        <>
          <TextField
            label="Name of the business"
            name="name"
            autoComplete="organization"
            required
            defaultValue={state?.values?.name}
            error={state?.fieldErrors?.name}
          />
          <BusinessTypeField
            types={businessTypes}
            value={state?.values?.businessType}
            error={state?.fieldErrors?.businessType}
          />
          <TimeZoneField
            zones={zones}
            value={state?.values?.timeZone}
            guess
            error={state?.fieldErrors?.timeZone}
          />
          <SubmitButton wide>Create organization</SubmitButton>
        </>
      )}
    </Form>
  );
}
