"use client";

import { useState } from "react";
import { ColorField } from "#components/settings/color-field.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";
import { BrandPreview } from "./brand-preview.tsx";

type BrandFormProps = {
  name: string;
  colors: { primary: string; secondary: string };
  refusal?: string;
  save: FormAction;
};

/** The two colours, with what becomes of them shown while they are chosen. */
export function BrandForm({ name, colors, refusal, save }: BrandFormProps) {
  const [primary, setPrimary] = useState(colors.primary);
  const [secondary, setSecondary] = useState(colors.secondary);
  const disabled = refusal !== undefined;

  return (
    <Card aria-labelledby="colours">
      <CardHeader
        id="colours"
        title="Colours"
        description="Buttons, links, charts and the cover of reports."
      />
      <Form action={save}>
        {(state) => (
          <>
            <CardBody className="grid gap-5">
              {refusal && <p className="text-muted">{refusal}</p>}
              <div className="grid gap-4 sm:grid-cols-2">
                <ColorField
                  label="Main colour"
                  name="primaryColor"
                  value={primary}
                  onChange={setPrimary}
                  disabled={disabled}
                  error={state?.fieldErrors?.primaryColor}
                />
                <ColorField
                  label="Second colour"
                  name="secondaryColor"
                  value={secondary}
                  onChange={setSecondary}
                  disabled={disabled}
                  error={state?.fieldErrors?.secondaryColor}
                />
              </div>
              <BrandPreview name={name} primary={primary} secondary={secondary} />
            </CardBody>
            {!disabled && (
              <CardFooter className="justify-end">
                <SubmitButton pendingLabel="Saving">Save colours</SubmitButton>
              </CardFooter>
            )}
          </>
        )}
      </Form>
    </Card>
  );
}
