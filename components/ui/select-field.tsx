import type { ComponentProps, ReactNode } from "react";
import { Field } from "./field.tsx";
import { Select } from "./select.tsx";

type SelectFieldProps = Omit<ComponentProps<"select">, "id"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
};

/** A label above a list to choose one from. */
export function SelectField({ label, hint, error, className, ...select }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => <Select {...select} {...control} />}
    </Field>
  );
}
