import { createHash } from "node:crypto";
import type { ProviderEvent } from "../contract.ts";
import { at, type JsonObject, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import { ownAddress } from "./own-address.ts";

const sidShape = /^[A-Z]{2}[0-9a-fA-F]{32}$/;
const longestStatus = 40;

/**
 * The event that a form is, of an account that is proved. A message has one; what became of a sent one has one for each
 * status, since `delivered` and `read` share the message's SID. The times are not said.
 */
export function formEvent(accountSid: string, form: JsonObject, path: string): ProviderEvent {
  const status = statusIn(form, path);
  const address = textIn(at(form, status === null ? "To" : "From"));
  const messageSid = textIn(at(form, "MessageSid")) ?? textIn(at(form, "SmsSid")) ?? "";
  const errorCode = textIn(at(form, "ErrorCode"));
  const isKeyed = sidShape.test(messageSid);

  return {
    provider: "twilio_whatsapp",
    accountExternalId: address === undefined ? null : ownAddress(accountSid, address),
    eventType: status === null ? (isKeyed ? "message" : "other") : `status.${status}`,
    externalId: isKeyed
      ? [messageSid, ...(status === null ? [] : [status, ...(errorCode ? [errorCode] : [])])].join(":")
      : `sha256:${digest(form)}`,
    occurredAt: null,
    payload: form,
  };
}

/** What a sent message came to; null for what was received. Which address was called decides only where the form does not. */
function statusIn(form: JsonObject, path: string): string | null {
  const said = textIn(at(form, "MessageStatus")) ?? textIn(at(form, "SmsStatus"));
  const status = said && storableText(said.trim().toLowerCase(), longestStatus);
  if (status === "received" || status === "receiving") return null;
  if (status) return status;
  return path.endsWith("/status") ? "unknown" : null;
}

function digest(form: JsonObject): string {
  const sorted = Object.keys(form)
    .sort()
    .map((name) => [name, form[name]]);
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
