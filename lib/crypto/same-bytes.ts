import { timingSafeEqual } from "node:crypto";

/** Equality whose duration tells nothing about where two byte strings differ; only their lengths show. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
