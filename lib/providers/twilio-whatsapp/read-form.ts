import type { JsonObject } from "../json-values.ts";
import { storableText } from "../storable-text.ts";

/** Twilio sends some sixty; more would only make checking a forgery expensive. */
const mostParameters = 1_000;
const longestForm = 512 * 1024;

/** A form's parameters as Twilio signed them: decoded, not trimmed, empty ones too, a repeated one as a list. Null: too much. */
export function readForm(body: Uint8Array): Record<string, string | string[]> | null {
  if (body.byteLength > longestForm) return null;

  const values = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(Buffer.from(body).toString("utf8"))) {
    count += 1;
    if (count > mostParameters) return null;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(
    Array.from(values, ([name, list]) => [name, list.length === 1 ? (list[0] ?? "") : list]),
  );
}

/** The same parameters as the database can hold them. */
export function storableForm(form: Record<string, string | string[]>): JsonObject {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      storableText(name),
      typeof value === "string" ? storableText(value) : value.map((one) => storableText(one)),
    ]),
  );
}
