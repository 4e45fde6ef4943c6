"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

type DemoSignInProps = { account: { email: string; password: string }; signIn: FormAction };

/** Shown while the sandbox is in use: a way in for who only wants to look. */
export function DemoSignIn({ account, signIn }: DemoSignInProps) {
  return (
    <section
      aria-labelledby="demo"
      className="grid gap-3 rounded-lg border border-line border-dashed bg-surface p-4"
    >
      <div className="grid gap-1">
        <h2 id="demo" className="font-medium">
          Just looking?
        </h2>
        <p className="text-muted">
          This copy runs on sample data. The demo account is <span className="text-ink">{account.email}</span>{" "}
          with the password <code className="font-mono text-ink text-sm">{account.password}</code>.
        </p>
      </div>
      <Form action={signIn} className="grid gap-3">
        {() => (
          <SubmitButton variant="secondary" wide>
            Use the demo account
          </SubmitButton>
        )}
      </Form>
    </section>
  );
}
