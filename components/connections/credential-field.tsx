"use client";

import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RevealInput } from "#components/ui/reveal-input.tsx";
import type { FormDescription } from "#lib/connections/describe-form.ts";
import type { FormState } from "#lib/forms.ts";

type CredentialFieldProps = { field: FormDescription["fields"][number]; state: FormState };

/**
 * One value from the platform's console: what it is, where it stands there, and whether it looks right so far. While it
 * is being typed that is a hint; once left, or sent, it is a complaint.
 */
export function CredentialField({ field, state }: CredentialFieldProps) {
  const [value, setValue] = useState(state?.values?.[field.name] ?? "");
  const [left, setLeft] = useState(false);
  const [typedSince, setTypedSince] = useState<FormState>(null);

  const text = value.trim();
  const fits = new RegExp(field.shape).test(text);
  const looksWrong = text !== "" && !fits;
  const sent = state === typedSince ? undefined : state?.fieldErrors?.[field.name];

  return (
    <Field
      label={field.label}
      aside={field.isOptional && <span className="text-muted text-sm">Optional</span>}
      error={sent ?? (looksWrong && left ? field.shapeHint : undefined)}
      hint={
        <>
          <span className="block first-letter:uppercase">{field.foundAt}</span>
          {looksWrong && !left && <span className="block text-ink">{field.shapeHint}</span>}
          {text !== "" && fits && !sent && (
            <span className="flex items-center gap-1 text-good">
              <CircleCheck aria-hidden className="size-3.5" />
              Looks right
            </span>
          )}
        </>
      }
    >
      {(control) => {
        const shared = {
          ...control,
          name: field.name,
          placeholder: field.placeholder,
          defaultValue: field.isSecret ? undefined : state?.values?.[field.name],
          required: !field.isOptional,
          autoComplete: "off",
          spellCheck: false,
          onBlur: () => setLeft(true),
          onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
            setValue(event.currentTarget.value);
            setTypedSince(state);
          },
        };
        return field.isSecret ? (
          <RevealInput {...shared} what={field.label} className="font-mono" />
        ) : (
          <Input {...shared} autoCapitalize="none" />
        );
      }}
    </Field>
  );
}
