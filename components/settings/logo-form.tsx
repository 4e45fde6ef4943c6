"use client";

import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type LogoFormProps = {
  name: string;
  /** Where the present one is; null where there is none. */
  logo: string | null;
  refusal?: string;
  save: FormAction;
  remove: FormAction;
};

/** The logo on reports and on what is shared. */
export function LogoForm({ name, logo, refusal, save, remove }: LogoFormProps) {
  return (
    <Card aria-labelledby="logo">
      <CardHeader id="logo" title="Logo" description="On the cover of reports and on pages you share." />
      <CardBody className="grid gap-4">
        {logo ? (
          // White, as on a report's cover.
          <div
            className="grid h-24 w-56 place-items-center rounded-md border border-line p-3"
            style={{ background: "#ffffff" }}
          >
            {/* biome-ignore lint/performance/noImgElement: a picture of unknown size that only members may load */}
            <img src={logo} alt={`Logo of ${name}`} className="max-h-full max-w-full object-contain" />
          </div>
        ) : (
          <p className="text-muted">There is none yet: the name stands in its place.</p>
        )}
        {refusal && <p className="text-muted">{refusal}</p>}
        {!refusal && (
          <Form action={save}>
            {(state) => (
              <div className="grid gap-3">
                <Field
                  label={logo ? "Another logo" : "Logo file"}
                  hint="A PNG or JPEG of at most 1 MB and 2,000 pixels on a side. It stands on white."
                  error={state?.fieldErrors?.logo}
                >
                  {(control) => (
                    <input
                      {...control}
                      // Empty again once it was taken.
                      key={logo}
                      type="file"
                      name="logo"
                      accept="image/png,image/jpeg"
                      className="text-sm file:mr-3 file:h-9 file:cursor-pointer file:rounded-md file:border file:border-line-strong/60 file:bg-surface file:px-3.5 file:font-medium file:text-ink hover:file:bg-sunken pointer-coarse:file:h-11"
                    />
                  )}
                </Field>
                <SubmitButton className="w-fit" pendingLabel="Uploading">
                  Save logo
                </SubmitButton>
              </div>
            )}
          </Form>
        )}
      </CardBody>
      {logo && !refusal && (
        <CardFooter className="justify-end">
          <Form action={remove}>
            {() => (
              <SubmitButton variant="danger" pendingLabel="Removing">
                Remove logo
              </SubmitButton>
            )}
          </Form>
        </CardFooter>
      )}
    </Card>
  );
}
