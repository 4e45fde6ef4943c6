import type { Json, ProviderEvent } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { eventKey, fingerprint } from "./event-key.ts";
import { instantIn } from "./instant.ts";
import { itemFingerprint } from "./item-fingerprint.ts";
import type { Place } from "./split.ts";

/**
 * One change of WhatsApp's: a bundle of messages, statuses and errors of one phone number, or news about the
 * account. A status is another event for each state: `delivered` and `read` share the message's id.
 */
export function splitWhatsapp(place: Place, field: string, change: JsonObject): ProviderEvent[] {
  const value = objectIn(at(change, "value"));
  const phoneNumberId = textIn(at(objectIn(at(value, "metadata")), "phone_number_id"));
  const number = { ...place, accountExternalId: phoneNumberId ?? place.accountExternalId };

  const events = bundles.flatMap(({ list, eventType, key }) =>
    listIn(at(value, list)).map((item): ProviderEvent => {
      const content = objectIn(item);
      return {
        provider: place.provider,
        accountExternalId: number.accountExternalId,
        eventType,
        externalId: eventKey(number, eventType, key(content) ?? [itemFingerprint(place.entry, item)]),
        occurredAt: instantIn(at(content, "timestamp")) ?? instantIn(at(place.entry, "time")),
        payload: place.payload({ changes: [{ field, value: { ...withoutBundles(value), [list]: [item] } }] }),
      };
    }),
  );
  return events.length > 0 ? events : [accountNews(number, field, change)];
}

type Bundle = { list: string; eventType: string; key(item: JsonObject): string[] | undefined };

const bundles: Bundle[] = [
  { list: "messages", eventType: "messages", key: (item) => presentParts(item, ["id"]) },
  { list: "statuses", eventType: "statuses", key: (item) => presentParts(item, ["id", "status"]) },
  { list: "errors", eventType: "errors", key: () => undefined },
];

function presentParts(item: JsonObject, names: string[]): string[] | undefined {
  const parts = names.flatMap((name) => textIn(at(item, name)) ?? []);
  return parts.length === names.length ? parts : undefined;
}

function withoutBundles(value: JsonObject): JsonObject {
  const names = bundles.map(({ list }) => list);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !names.includes(key)));
}

function accountNews(place: Place, field: string, change: JsonObject): ProviderEvent {
  const value = at(change, "value");
  return {
    provider: place.provider,
    accountExternalId: numberNamed(objectIn(value)) ?? place.accountExternalId,
    eventType: field,
    externalId: eventKey(place, field, [fingerprint([timeOf(place), field, value ?? null])]),
    occurredAt: instantIn(at(place.entry, "time")),
    payload: place.payload({ changes: [{ field, ...(value === undefined ? {} : { value }) }] }),
  };
}

/** Most news names its number by digits that anyone may write in their own way; an alert names it by id. */
function numberNamed(value: JsonObject): string | undefined {
  return at(value, "entity_type") === "PHONE_NUMBER" ? textIn(at(value, "entity_id")) : undefined;
}

const timeOf = (place: Place): Json => at(place.entry, "time") ?? null;
