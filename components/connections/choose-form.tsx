"use client";

import { Card, CardBody, CardFooter } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Choice } from "#lib/connections/choices.ts";
import type { FormAction } from "#lib/forms.ts";
import { ChoiceRow } from "./choice-row.tsx";

type ChooseFormProps = {
  attemptId: string;
  choices: Choice[];
  noun: { one: string; many: string };
  connect: FormAction;
};

/** The accounts the grant reaches, to be ticked. Those in the way of which something stands say what, and stay unticked. */
export function ChooseForm({ attemptId, choices, noun, connect }: ChooseFormProps) {
  const possible = choices.filter(
    ({ obstacle, connected }) => obstacle === null && connected !== "elsewhere",
  );
  const onlyOne = possible.length === 1 ? possible[0] : undefined;

  return (
    <Card className="max-w-2xl" aria-label={noun.many}>
      <Form action={connect}>
        {() => (
          <>
            <input type="hidden" name="attemptId" value={attemptId} />
            <CardBody>
              <fieldset>
                <legend className="sr-only">{noun.many}</legend>
                <ul className="divide-y divide-line">
                  {choices.map((choice) => (
                    <li key={choice.externalId}>
                      <ChoiceRow choice={choice} ticked={choice === onlyOne} />
                    </li>
                  ))}
                </ul>
              </fieldset>
            </CardBody>
            <CardFooter className="justify-end">
              <SubmitButton pendingLabel="Connecting" disabled={possible.length === 0}>
                Connect what is ticked
              </SubmitButton>
            </CardFooter>
          </>
        )}
      </Form>
    </Card>
  );
}
