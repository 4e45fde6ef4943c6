"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

type ColorFieldProps = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
  error?: string;
};

/** A colour, to pick or to write. */
export function ColorField({ label, name, value, onChange, disabled, error }: ColorFieldProps) {
  return (
    <Field label={label} hint="Such as #2A3EB1" error={error}>
      {(control) => (
        <div className="flex gap-2">
          <input
            type="color"
            aria-label={`Pick the ${label.toLowerCase()}`}
            value={/^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : "#000000"}
            onChange={(event) => onChange(event.target.value.toUpperCase())}
            disabled={disabled}
            className="h-9 w-12 shrink-0 cursor-pointer rounded-md border border-line-strong bg-surface p-1 disabled:cursor-not-allowed pointer-coarse:h-11"
          />
          <Input
            {...control}
            name={name}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            disabled={disabled}
            autoComplete="off"
            spellCheck={false}
            maxLength={7}
            className="font-mono"
          />
        </div>
      )}
    </Field>
  );
}
