import { createHash } from "node:crypto";
import type { Json } from "../contract.ts";
import type { Place } from "./split.ts";

const longestKey = 255;

/**
 * The idempotency key of one event: the account, the kind, and what tells it from its siblings. Parts are escaped,
 * so that no two lists of parts make one key; a long key becomes its digest.
 */
export function eventKey(
  place: Pick<Place, "accountExternalId" | "object">,
  eventType: string,
  parts: readonly string[],
): string {
  const owner = place.accountExternalId ?? place.object;
  const key = [owner, eventType, ...parts].map(escaped).join(":");
  return key.length <= longestKey ? key : `sha256:${sha256(key)}`;
}

/** The digest of a value whatever the order of its keys, for events that Meta gives no id. */
export function fingerprint(value: Json): string {
  return sha256(JSON.stringify(sorted(value)));
}

function escaped(part: string): string {
  return part.replaceAll("%", "%25").replaceAll(":", "%3A");
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;

  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
