import type { Json } from "./contract.ts";

export type JsonObject = { [key: string]: Json };

/** The value if it is an object, else an empty one: reading on from anything is safe. */
export function objectIn(value: Json | undefined): JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** The value if it is a list, else an empty one. */
export function listIn(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** A text or a number as text, since platforms write the same id either way; anything else is undefined. */
export function textIn(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : undefined;
}

/** The object's own value, never one inherited: a key may be called `constructor`. */
export function at(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
