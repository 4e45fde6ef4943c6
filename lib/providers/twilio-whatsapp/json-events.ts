import { createHash } from "node:crypto";
import type { Json, ProviderEvent } from "../contract.ts";
import { at, listIn, objectIn, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import { ownAddress } from "./own-address.ts";

const longestType = 100;
const longestKey = 200;

/** The account that a JSON body says it is about: a claim, until one of its tokens is seen to have signed it. */
export function accountIn(body: Json): string | undefined {
  const first = objectIn(Array.isArray(body) ? body[0] : body);
  const inner = objectIn(at(first, "data"));
  const names = ["AccountSid", "accountSid", "account_sid"];
  return [first, inner].flatMap((place) => names.flatMap((name) => textIn(at(place, name)) ?? []))[0];
}

/** The events of a JSON body (“Event Streams”, one or a list of CloudEvents), as far as they are the proved account's. */
export function jsonEvents(accountSid: string, body: Json): ProviderEvent[] {
  const items = Array.isArray(body) ? listIn(body) : [body];
  return items.filter((item) => accountIn(item) === accountSid).map((item) => jsonEvent(accountSid, item));
}

function jsonEvent(accountSid: string, item: Json): ProviderEvent {
  const event = objectIn(item);
  const inner = objectIn(at(event, "data"));
  const eventType = storableText(textIn(at(event, "type")) ?? "other", longestType);
  const address = textIn(at(inner, eventType.includes("inbound") ? "to" : "from"));
  const id = textIn(at(event, "id"));
  const time = Date.parse(textIn(at(event, "time")) ?? "");

  return {
    provider: "twilio_whatsapp",
    accountExternalId: address === undefined ? null : ownAddress(accountSid, address),
    eventType,
    externalId:
      id && id.length <= longestKey
        ? `event:${id}`
        : `sha256:${createHash("sha256").update(JSON.stringify(item)).digest("hex")}`,
    occurredAt: Number.isNaN(time) ? null : new Date(time),
    payload: item,
  };
}
