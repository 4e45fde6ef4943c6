import type { Json, ProviderEvent, ProviderId } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { eventKey, fingerprint } from "./event-key.ts";
import { instantIn } from "./instant.ts";
import { splitChange } from "./split-change.ts";
import { splitMessaging } from "./split-messaging.ts";
import { unknownKind } from "./unknown-kind.ts";

/** Where in a delivery an event stood: what its key, its time and its stored payload are made from. */
export type Place = {
  object: string;
  provider: ProviderId;
  entry: JsonObject;
  accountExternalId: string | null;
  /** The delivery as it would have looked with nothing in it but this event. */
  payload(content: JsonObject): Json;
};

/**
 * Cuts a delivery into its events, in order. Meta bundles up to a thousand updates, of several accounts and
 * several shapes; what we do not know is kept under Meta's own word for it. Never throws, whatever it is given.
 */
export function splitEnvelope(envelope: Json): ProviderEvent[] {
  const object = textIn(at(objectIn(envelope), "object"));
  if (!object) return [];

  return listIn(at(objectIn(envelope), "entry")).flatMap((entry) => splitEntry(object, objectIn(entry)));
}

function splitEntry(object: string, entry: JsonObject): ProviderEvent[] {
  const place = placeOf(object, entry);

  const messaging = listIn(at(entry, "messaging")).map((item) => splitMessaging(place, "messaging", item));
  const standby = listIn(at(entry, "standby")).map((item) => splitMessaging(place, "standby", item));
  const changes = listIn(at(entry, "changes")).flatMap((change) => splitChange(place, objectIn(change)));
  // Meta's documentation prints Instagram's comments once without `changes` around them.
  const bare = textIn(at(entry, "field")) ? splitChange(place, entry) : [];

  const events = [...messaging, ...standby, ...changes, ...bare];
  return events.length > 0 ? events : unknownEntry(place);
}

function unknownEntry(place: Place): ProviderEvent[] {
  const eventType = unknownKind(place.entry, ["id", "uid", "time", ...lists], "");
  if (eventType === "") return [];

  return [
    {
      provider: place.provider,
      accountExternalId: place.accountExternalId,
      eventType,
      externalId: eventKey(place, eventType, [fingerprint(place.entry)]),
      occurredAt: instantIn(at(place.entry, "time")),
      payload: place.payload(place.entry),
    },
  ];
}

const providers: Record<string, ProviderId> = {
  page: "facebook",
  instagram: "instagram",
  whatsapp_business_account: "whatsapp",
};

const lists = ["messaging", "standby", "changes"];
const contents = [...lists, "field", "value"];

function placeOf(object: string, entry: JsonObject): Place {
  const known = Object.hasOwn(providers, object);
  const surroundings = Object.fromEntries(Object.entries(entry).filter(([key]) => !contents.includes(key)));

  return {
    object,
    entry,
    provider: (known && providers[object]) || "facebook",
    // Objects such as `permissions` and `user` name a person, who must not be taken for a Page of the same number.
    accountExternalId: known ? (textIn(at(entry, "id")) ?? null) : null,
    payload: (content) => ({ object, entry: [{ ...surroundings, ...content }] }),
  };
}
