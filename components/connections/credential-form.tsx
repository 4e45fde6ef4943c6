"use client";

import { use } from "react";
import { Card, CardBody, CardFooter } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { FormPending } from "#components/ui/form-pending.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormDescription } from "#lib/connections/describe-form.ts";
import type { FormAction } from "#lib/forms.ts";
import { CredentialField } from "./credential-field.tsx";

type CredentialFormProps = {
  form: Pick<FormDescription, "name" | "accountNoun" | "fields">;
  isReconnect: boolean;
  submit: FormAction;
};

/** Credentials made in the platform's console. Whatever the answer, what was typed stays; no secret is sent back. */
export function CredentialForm({ form, isReconnect, submit }: CredentialFormProps) {
  const { name, accountNoun, fields } = form;

  return (
    <Card className="max-w-2xl" aria-label={accountNoun.one}>
      <Form action={submit} className="*:[[role=alert]]:mx-4 *:[[role=alert]]:mt-4 sm:*:[[role=alert]]:mx-5">
        {(state) => (
          <>
            <CardBody className="grid gap-5">
              {fields.map((field) => (
                <CredentialField key={field.name} field={field} state={state} />
              ))}
            </CardBody>
            <CardFooter>
              <Progress name={name} />
              <SubmitButton pendingLabel={`Asking ${name}`}>
                {isReconnect ? "Check and reconnect" : "Check and connect"}
              </SubmitButton>
            </CardFooter>
          </>
        )}
      </Form>
    </Card>
  );
}

function Progress({ name }: { name: string }) {
  const pending = use(FormPending);

  return (
    <p role="status" className="min-h-9 basis-full text-muted text-sm sm:max-w-sm sm:flex-1 sm:basis-0">
      {pending
        ? `Asking ${name} whether these values are right, then having it send events here. This takes a few seconds.`
        : `${name} is asked before anything is kept. Secrets are stored encrypted and never shown again.`}
    </p>
  );
}
