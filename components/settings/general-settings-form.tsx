"use client";

import { Card, CardBody, CardFooter } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";
import { BusinessTypeField } from "./business-type-field.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

type GeneralSettingsFormProps = {
  organization: { name: string; slug: string; timeZone: string; businessType: string | null };
  zones: string[];
  businessTypes: Record<string, string>;
  /** What stands before the slug in the address, for the hint. */
  addressStart: string;
  readOnly: boolean;
  save: FormAction;
};

/** Name, address, time zone and kind of business. Members and viewers read it, with the reason why only that. */
export function GeneralSettingsForm(props: GeneralSettingsFormProps) {
  const { organization, zones, businessTypes, addressStart, readOnly, save } = props;

  return (
    <Card aria-label="General settings" className="max-w-2xl">
      <Form action={save}>
        {(state) => (
          <>
            <CardBody className="grid gap-5">
              {readOnly && <Notice tone="idle">Only owners and admins can change these settings.</Notice>}
              <TextField
                label="Name of the business"
                name="name"
                autoComplete="organization"
                required
                disabled={readOnly}
                defaultValue={state?.values?.name ?? organization.name}
                error={state?.fieldErrors?.name}
              />
              <TextField
                label="Address"
                name="slug"
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                required
                disabled={readOnly}
                defaultValue={state?.values?.slug ?? organization.slug}
                hint={`What follows ${addressStart} in the address of every page. After a change old links stop working.`}
                error={state?.fieldErrors?.slug}
              />
              <TimeZoneField
                zones={zones}
                value={state?.values?.timeZone ?? organization.timeZone}
                disabled={readOnly}
                error={state?.fieldErrors?.timeZone}
              />
              <BusinessTypeField
                types={businessTypes}
                value={state?.values?.businessType ?? organization.businessType}
                disabled={readOnly}
                error={state?.fieldErrors?.businessType}
              />
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
