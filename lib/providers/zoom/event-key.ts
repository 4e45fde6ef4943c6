import { createHash } from "node:crypto";
import type { Json } from "../contract.ts";
import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";

/**
 * Zoom gives events no id, and does not say whether a retry has the same bytes: the key is made of what names the event, and of
 * the whole only where nothing names it.
 */
export function eventKey(eventType: string, body: JsonObject): string {
  const payload = objectIn(at(body, "payload"));
  const object = objectIn(at(payload, "object"));
  const participant = objectIn(at(object, "participant"));
  const subject = textIn(at(object, "uuid")) ?? textIn(at(object, "id"));
  const person = textIn(at(payload, "user_id"));
  const moment = textIn(at(body, "event_ts"));
  const isNamed = moment !== undefined && (subject ?? person) !== undefined;

  const parts = [
    eventType,
    moment,
    textIn(at(payload, "account_id")),
    subject,
    textIn(at(participant, "participant_uuid")) ?? textIn(at(participant, "user_id")),
    textIn(at(payload, "operation")),
    person,
    isNamed ? undefined : sorted(body),
  ];
  const digest = createHash("sha256")
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest("hex");
  return `${eventType}:${digest}`;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
