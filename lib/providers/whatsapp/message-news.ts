import type { Interpretation, MessageState } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { eventKey } from "../meta/event-key.ts";
import { contactKey } from "./contact-key.ts";

type News = Pick<Interpretation, "message">;

/** Comes as a message without anyone having written one. */
const notWritten = new Set(["reaction", "system", "request_welcome"]);

const states: Record<string, MessageState> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  // A voice message that was played was read.
  played: "read",
  failed: "failed",
};

/** What a customer wrote. */
export function receivedNews(value: JsonObject, message: JsonObject): News {
  if (notWritten.has(textIn(at(message, "type")) ?? "")) return {};
  return { message: { kind: "received", contact: contactIn(value, message) } };
}

/** What became of a message of the number's. */
export function statusNews(entry: JsonObject, value: JsonObject, status: JsonObject): News {
  const told = textIn(at(status, "status")) ?? "";
  const kind = Object.hasOwn(states, told) ? states[told] : undefined;
  if (!kind) return {};
  return { message: { kind, contact: contactIn(value, status), states: statesOf(entry, value, status) } };
}

function statesOf(entry: JsonObject, value: JsonObject, status: JsonObject) {
  const number = textIn(at(objectIn(at(value, "metadata")), "phone_number_id")) ?? textIn(at(entry, "id"));
  const id = textIn(at(status, "id"));
  if (!number || !id) return undefined;
  const place = { accountExternalId: number, object: "" };
  return Object.entries(states).map(([name, kind]) => ({
    kind,
    externalId: eventKey(place, "statuses", [id, name]),
  }));
}

/** A status may name only the number of someone whose messages come under the id of the business's own. */
function contactIn(value: JsonObject, item: JsonObject): string | null {
  const key = contactKey(item);
  const contacts = listIn(at(value, "contacts")).map(objectIn);
  const match = contacts.find((contact) => key !== undefined && textIn(at(contact, "wa_id")) === key);
  return (match && textIn(at(match, "user_id"))) ?? key ?? null;
}
