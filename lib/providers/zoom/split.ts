import type { Json, ProviderEvent } from "../contract.ts";
import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import { eventKey } from "./event-key.ts";
import { withoutSecrets } from "./without-secrets.ts";

export const deauthorizedEvent = "app_deauthorized";

const longestType = 100;
const year2100 = 4_102_444_800_000;

/**
 * The one event of a delivery, none when it names none. It belongs to the host of the meeting; a change that does not name them
 * belongs to nobody, since who made it (`operator_id`) may be someone else. Never throws, whatever it is given.
 */
export function splitDelivery(body: Json, ourClientId: string | undefined): ProviderEvent[] {
  // What is stored makes the key, so that a stored event has the key it came with.
  const whole = objectIn(withoutSecrets(body));
  const name = at(whole, "event");
  if (typeof name !== "string" || name.trim() === "") return [];

  const eventType = storableText(name, longestType);
  return [
    {
      provider: "zoom",
      accountExternalId: ownerOf(eventType, objectIn(at(whole, "payload")), ourClientId),
      eventType,
      externalId: eventKey(eventType, whole),
      occurredAt: instantIn(at(whole, "event_ts")),
      payload: whole,
    },
  ];
}

function ownerOf(eventType: string, payload: JsonObject, ourClientId: string | undefined): string | null {
  if (eventType !== deauthorizedEvent) return textIn(at(objectIn(at(payload, "object")), "host_id")) ?? null;

  // Another app's removal is no concern of ours, and without an owner nothing is done about it.
  const isOurs = ourClientId !== undefined && textIn(at(payload, "client_id")) === ourClientId;
  return isOurs ? (textIn(at(payload, "user_id")) ?? null) : null;
}

function instantIn(value: Json | undefined): Date | null {
  const milliseconds = Number(textIn(value) ?? Number.NaN);
  return milliseconds > 0 && milliseconds < year2100 ? new Date(milliseconds) : null;
}
