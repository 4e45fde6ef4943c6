import { now } from "../clock.ts";
import type { Call } from "../facebook/call.ts";
import { GraphError } from "../facebook/graph-error.ts";
import { readObject } from "../facebook/read-object.ts";
import type { Sandbox } from "../sandbox.ts";
import { sendError } from "./refusals.ts";
import { statusEvent } from "./status-event.ts";
import { addMessage, newWamid, threadTo } from "./threads.ts";
import type { PhoneNumber, WhatsAppState, WhatsAppThread } from "./types.ts";

const window = 24 * 3_600_000;
const longestText = 4_096;

/** POST /{phone_number_id}/messages. Accepted is not delivered: what became of it comes as statuses. */
export function sendMessage(
  { delivery }: Sandbox,
  state: WhatsAppState,
  { params }: Call,
  number: PhoneNumber,
) {
  if (params.messaging_product !== "whatsapp")
    throw new GraphError(100, "(#100) The parameter messaging_product is required.");
  if (params.status === "read") return markRead(state, number, params.message_id);
  if (number.status !== "CONNECTED") throw notSendable(number);

  const thread = recipient(state, number, params);
  const text = contentOf(params);
  const opaque = params.biz_opaque_callback_data ?? null;
  const at = Date.now();
  const input = params.to ?? params.recipient ?? "";
  const contact = { input, ...(thread?.hidesPhone ? { user_id: thread.bsuid } : { wa_id: thread?.phone }) };
  if (!thread) return accepted(contact, newWamid());

  const { id } = addMessage(thread, { text, fromBusiness: true, at, opaque });
  const isOpen = params.type === "template" || now() - (thread.lastInboundAt ?? 0) <= window;
  const told = isOpen ? (["sent", "delivered"] as const) : (["failed"] as const);
  for (const status of told) {
    delivery.emit(statusEvent(number, thread, { id, status, opaque, errorCode: 131047 }));
  }
  return accepted(contact, id);
}

function accepted(contact: object, id: string) {
  return {
    messaging_product: "whatsapp",
    contacts: [contact],
    messages: [{ id, message_status: "accepted" }],
  };
}

function recipient(
  state: WhatsAppState,
  number: PhoneNumber,
  { to, recipient: bsuid }: Record<string, string>,
): WhatsAppThread | null {
  if (to) {
    const digits = to.replaceAll(/\D/g, "");
    const country = number.displayPhoneNumber.replaceAll(/\D/g, "").slice(0, 1);
    return threadTo(state, number.id, { phone: to.startsWith("+") ? digits : `${country}${digits}` });
  }
  if (!bsuid) throw new GraphError(100, "(#100) The parameter to is required.");
  return threadTo(state, number.id, { bsuid });
}

function contentOf(params: Record<string, string>): string {
  const { type = "text" } = params;
  if (type !== "text") {
    if (!params[type]) throw sendError(131009, "Parameter value is not valid", `${type} is missing.`);
    return `(${type})`;
  }
  const { body } = readObject(params.text);
  if (typeof body !== "string" || body === "")
    throw sendError(131009, "Parameter value is not valid", "text.body is missing.");
  if (body.length > longestText)
    throw sendError(100, "Invalid parameter", `text.body is longer than ${longestText} characters.`);
  return body;
}

function markRead(state: WhatsAppState, number: PhoneNumber, id: string | undefined) {
  const known = Object.values(state.threads).some(
    ({ numberId, messages }) => numberId === number.id && messages.some((one) => one.id === id),
  );
  if (!known) throw sendError(131009, "Parameter value is not valid", "Invalid message_id.");
  return { success: true };
}

function notSendable({ status }: PhoneNumber): GraphError {
  return ["RESTRICTED", "BANNED", "FLAGGED"].includes(status)
    ? sendError(131031, "Business Account locked", "The number is restricted for a violation of policy.")
    : sendError(133010, "Phone number is not registered", "Register it for the Cloud API first.");
}
