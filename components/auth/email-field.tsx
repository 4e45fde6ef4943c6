import { TextField } from "#components/ui/text-field.tsx";
import type { FormState } from "#lib/forms.ts";

/** The address an account goes by; `username` is the word that password managers look for. */
export function EmailField({ state }: { state: FormState }) {
  return (
    <TextField
      label="E-mail"
      name="email"
      type="email"
      autoComplete="username"
      required
      defaultValue={state?.values?.email}
      error={state?.fieldErrors?.email}
    />
  );
}
