"use client";

import type { Route } from "next";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { FormAction } from "#lib/forms.ts";

type Platform = { provider: string; name: string; needs: string[]; isReadable: boolean };

type WatchCardProps = {
  platforms: Platform[];
  connectionsHref: string;
  /** Why this person may not. */
  refusal?: string;
  watch: FormAction;
};

/** Adds an account to watch, by its name or the address of its page. */
export function WatchCard({ platforms, connectionsHref, refusal, watch }: WatchCardProps) {
  const [readable, missing] = [
    platforms.filter(({ isReadable }) => isReadable),
    platforms.filter(({ isReadable }) => !isReadable),
  ];

  return (
    <Card aria-labelledby="watch">
      <CardHeader
        id="watch"
        title="Watch another account"
        description="A business like yours, by its name at the platform or the address of its page there."
      />
      <CardBody className="grid gap-4">
        {refusal ? (
          <p className="text-muted">{refusal}</p>
        ) : (
          readable.length > 0 && (
            <Form action={watch}>
              {(state) => (
                <div className="grid items-start gap-3 sm:grid-cols-[12rem_minmax(0,22rem)_auto]">
                  <SelectField
                    label="Platform"
                    name="provider"
                    defaultValue={state?.values?.provider}
                    error={state?.fieldErrors?.provider}
                  >
                    {readable.map(({ provider, name }) => (
                      <option key={provider} value={provider}>
                        {name}
                      </option>
                    ))}
                  </SelectField>
                  <TextField
                    label="Name or address"
                    name="handle"
                    hint="harbour.bakery, or the address of its page"
                    autoComplete="off"
                    autoCapitalize="none"
                    spellCheck={false}
                    // What was taken stays until something else is typed over it.
                    onFocus={(event) => event.currentTarget.select()}
                    defaultValue={state?.values?.handle}
                    error={state?.fieldErrors?.handle}
                  />
                  <SubmitButton className="justify-self-start sm:mt-6.5" pendingLabel="Adding">
                    Watch
                  </SubmitButton>
                </div>
              )}
            </Form>
          )
        )}
        {missing.map(({ provider, name, needs }) => (
          <p key={provider} className="text-muted">
            Others at {name} are read through a connected {needs.join(" or ")}.{" "}
            <TextLink href={connectionsHref as Route}>Connect one</TextLink>
          </p>
        ))}
      </CardBody>
    </Card>
  );
}
