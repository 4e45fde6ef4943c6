import { z } from "zod";
import type { CredentialField } from "#lib/providers/form-connect.ts";

/** No credential of any platform comes near this; a form can be made to hold anything. */
const longest = 4_000;

/**
 * What a person typed, checked as far as that can be done without the platform: trimmed, everything there that must be,
 * each value of its field's shape. What belongs to no field is dropped, and so is an optional one left empty.
 */
export function typedCredentials(fields: readonly CredentialField[]) {
  return z
    .object(Object.fromEntries(fields.map((field) => [field.name, valueFor(field)])))
    .transform((typed) => Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== "")));
}

function valueFor({ label, foundAt, isOptional, shape, shapeHint }: CredentialField) {
  const anchored = new RegExp(`^(?:${shape})$`);

  // A field that did not arrive is one that was left empty.
  return z.preprocess(
    (value) => value ?? "",
    z
      .string()
      .trim()
      .max(longest, `${label} is far too long.`)
      .refine((value) => isOptional || value !== "", `${label} is missing. You find it here: ${foundAt}.`)
      .refine((value) => value === "" || anchored.test(value), shapeHint),
  );
}
