"use client";

import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/forms.ts";
import { type Account, AccountBoxes } from "./account-boxes.tsx";

type ReportFormProps = {
  from: string;
  to: string;
  today: string;
  clientName: string;
  title: string;
  accounts: Account[];
  request: FormAction;
};

/** Asks for a report. All is filled in from what Analytics shows, so that one press is enough. */
export function ReportForm(props: ReportFormProps) {
  const { from, to, today, clientName, title, accounts, request } = props;

  return (
    <Card aria-labelledby="new-report">
      <CardHeader
        id="new-report"
        title="New report"
        description="A PDF under your brand: figures beside the period before, charts, conversations and the best posts."
      />
      <Form action={request}>
        {(state) => (
          <>
            <CardBody className="grid gap-4 sm:grid-cols-2">
              <TextField
                label="Title"
                name="title"
                required
                defaultValue={state?.values?.title ?? title}
                error={state?.fieldErrors?.title}
              />
              <TextField
                label="Who it is for"
                name="clientName"
                required
                defaultValue={state?.values?.clientName ?? clientName}
                error={state?.fieldErrors?.clientName}
              />
              <TextField
                label="First day"
                name="from"
                type="date"
                max={today}
                required
                defaultValue={state?.values?.from ?? from}
                error={state?.fieldErrors?.from}
              />
              <TextField
                label="Last day"
                name="to"
                type="date"
                max={today}
                required
                defaultValue={state?.values?.to ?? to}
                error={state?.fieldErrors?.to}
              />
              {accounts.length > 1 && <AccountBoxes accounts={accounts} />}
            </CardBody>
            <CardFooter className="justify-end">
              <SubmitButton pendingLabel="Asking">Make the report</SubmitButton>
            </CardFooter>
          </>
        )}
      </Form>
    </Card>
  );
}
