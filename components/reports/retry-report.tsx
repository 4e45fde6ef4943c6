"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/forms.ts";

/** Has a failed report made again. */
export function RetryReport({ retry }: { retry: FormAction }) {
  return (
    <Form action={retry}>
      {() => (
        <SubmitButton variant="secondary" size="small" pendingLabel="Asking">
          Try again
        </SubmitButton>
      )}
    </Form>
  );
}
