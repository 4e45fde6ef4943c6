import type { Json, ProviderEvent } from "../contract.ts";
import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import { eventKey, fingerprint } from "./event-key.ts";
import { instantIn } from "./instant.ts";
import { messagingType } from "./messaging-type.ts";
import type { Place } from "./split.ts";
import { identity } from "./split-messaging.ts";
import { splitWhatsapp } from "./split-whatsapp.ts";

const longestField = 100;

/** One `{field, value}` of `changes[]`; WhatsApp bundles several messages and statuses in one. */
export function splitChange(place: Place, change: JsonObject): ProviderEvent[] {
  const field = storableText(textIn(at(change, "field"))?.trim() ?? "", longestField) || "changes";
  const value = objectIn(at(change, "value"));

  if (place.provider === "whatsapp") return splitWhatsapp(place, field, change);
  if (isMessaging(field, value)) return [messagingChange(place, change, value)];
  return [plainChange(place, field, change)];
}

/** Meta's dashboard tests, and some real Instagram postbacks, arrive as a change with the item in `value`. */
function isMessaging(field: string, value: JsonObject): boolean {
  const known = /^(messages|message_|messaging_|standby)/.test(field);
  return known && (at(value, "sender") !== undefined || at(value, "recipient") !== undefined);
}

function messagingChange(place: Place, change: JsonObject, value: JsonObject): ProviderEvent {
  const recipient = textIn(at(objectIn(at(value, "recipient")), "id"));
  const accountExternalId = place.accountExternalId ?? recipient ?? null;
  const eventType = messagingType(place.provider, value);

  return {
    provider: place.provider,
    accountExternalId,
    eventType,
    externalId: eventKey(
      { ...place, accountExternalId },
      eventType,
      identity(place, eventType, value, value),
    ),
    occurredAt: instantIn(at(value, "timestamp")) ?? instantIn(at(place.entry, "time")),
    payload: place.payload({ changes: [withoutEntry(change)] }),
  };
}

function plainChange(place: Place, field: string, change: JsonObject): ProviderEvent {
  const value = objectIn(at(change, "value"));
  return {
    provider: place.provider,
    accountExternalId: place.accountExternalId,
    eventType: field,
    externalId: eventKey(place, field, contentIdentity(place, field, change, value)),
    occurredAt: instantIn(at(value, "created_time")) ?? instantIn(at(place.entry, "time")),
    payload: place.payload({ changes: [withoutEntry(change)] }),
  };
}

/**
 * A comment or a post appears once, so its id and the verb are its key. It can be edited, hidden and shown any
 * number of times, so there the moment and the content belong to the key as well.
 */
function contentIdentity(place: Place, field: string, change: JsonObject, value: JsonObject): string[] {
  const anonymous = fingerprint([
    at(place.entry, "time") ?? null,
    field,
    (at(change, "value") ?? null) as Json,
  ]);
  const verb = textIn(at(value, "verb")) ?? "add";
  const item = textIn(at(value, "item"));
  const comment = textIn(at(value, "comment_id")) ?? (isComment(field) ? textIn(at(value, "id")) : undefined);

  if (comment && item !== "reaction") return verb === "add" ? [comment, verb] : [comment, verb, anonymous];
  return [anonymous];
}

const isComment = (field: string) => ["comments", "live_comments"].includes(field);

/** A change without `changes` around it is the entry itself; its id and time are told once. */
function withoutEntry(change: JsonObject): JsonObject {
  const value = at(change, "value");
  const field = at(change, "field");
  return { ...(field === undefined ? {} : { field }), ...(value === undefined ? {} : { value }) };
}
