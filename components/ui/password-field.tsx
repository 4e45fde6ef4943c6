"use client";

import type { ComponentProps } from "react";
import { Field } from "./field.tsx";
import { RevealInput } from "./reveal-input.tsx";

type PasswordFieldProps = Omit<ComponentProps<"input">, "id" | "type"> & {
  label: string;
  hint?: string;
  error?: string;
  aside?: React.ReactNode;
};

/** A password that can be looked at before it is sent. */
export function PasswordField({ label, hint, error, aside, ...input }: PasswordFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(control) => <RevealInput {...input} {...control} what="password" />}
    </Field>
  );
}
