import type { Interpretation, MessageState } from "../contract.ts";
import { at, type JsonObject, textIn } from "../json-values.ts";

const states: Record<string, MessageState> = {
  sent: "sent",
  delivered: "delivered",
  partially_delivered: "delivered",
  read: "read",
  failed: "failed",
  undelivered: "failed",
};

/** The message that a form is, or what it says became of one. */
export function messageNews(eventType: string, form: JsonObject): Pick<Interpretation, "message"> {
  if (eventType === "message") return { message: { kind: "received", contact: person(form, "From") } };

  const status = eventType.slice("status.".length);
  const kind = Object.hasOwn(states, status) ? states[status] : undefined;
  return kind ? { message: { kind, contact: person(form, "To"), states: statesOf(form) } } : {};
}

function statesOf(form: JsonObject) {
  const sid = textIn(at(form, "MessageSid")) ?? textIn(at(form, "SmsSid"));
  if (!sid) return undefined;
  const errorCode = textIn(at(form, "ErrorCode"));
  return Object.entries(states).flatMap(([status, kind]) => [
    { kind, externalId: `${sid}:${status}` },
    ...(kind === "failed" && errorCode ? [{ kind, externalId: `${sid}:${status}:${errorCode}` }] : []),
  ]);
}

const person = (form: JsonObject, side: "From" | "To") =>
  textIn(at(form, side)) ?? textIn(at(form, "ExternalUserId")) ?? null;
