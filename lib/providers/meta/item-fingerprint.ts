import type { Json } from "../contract.ts";
import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { fingerprint } from "./event-key.ts";

/**
 * What tells an item without an id from others like it: its content and its moment. The entry's time counts only for
 * an item that names none, since it is the time of the batch, and a batch sent again may be another.
 */
export function itemFingerprint(entry: JsonObject, item: Json): string {
  const hasMoment = textIn(at(objectIn(item), "timestamp")) !== undefined;
  return fingerprint([hasMoment ? null : (at(entry, "time") ?? null), item]);
}
