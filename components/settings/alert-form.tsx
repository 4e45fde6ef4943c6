"use client";

import { Card, CardBody, CardFooter } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type AlertFormProps = {
  email: string;
  wanted: boolean;
  /** Mails go to owners and admins, who can mend what broke. */
  isAdmin: boolean;
  save: FormAction;
};

/** Whether this person is written to when a connection breaks. Theirs alone: nobody sets another's. */
export function AlertForm({ email, wanted, isAdmin, save }: AlertFormProps) {
  return (
    <Card aria-label="Alerts" className="max-w-2xl">
      <Form action={save}>
        {(state) => (
          <>
            <CardBody className="grid gap-4">
              {!isAdmin && (
                <Notice tone="idle">
                  These mails go to owners and admins, because they can mend what broke. You get none.
                </Notice>
              )}
              <div className="flex items-start gap-3">
                <input
                  type="checkbox"
                  id="connection-alerts"
                  name="connectionAlerts"
                  value="on"
                  defaultChecked={state?.values ? state.values.connectionAlerts === "on" : wanted && isAdmin}
                  disabled={!isAdmin}
                  aria-describedby="connection-alerts-hint"
                  className="mt-1 size-4 shrink-0 accent-accent"
                />
                <div className="grid gap-0.5">
                  <label
                    htmlFor="connection-alerts"
                    className="flex min-h-6 items-center font-medium pointer-coarse:min-h-11"
                  >
                    Mail me when a connection breaks
                  </label>
                  <p id="connection-alerts-hint" className="text-muted text-sm">
                    One mail to {email} with the reason and the link that mends it, and one when it is well
                    again. It holds for you and this organization; your colleagues choose for themselves.
                  </p>
                </div>
              </div>
            </CardBody>
            {isAdmin && (
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
