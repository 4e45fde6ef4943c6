import type { MetaEvent } from "../delivery/meta-event.ts";
import { accountEvent } from "./account-event.ts";
import { messageContent } from "./message-content.ts";
import { contactOf, messageEvent, waTime } from "./message-event.ts";
import { type Status, statusEvent } from "./status-event.ts";
import { addMessage, newWamid, threadWith } from "./threads.ts";
import type { PhoneNumber, WhatsAppState } from "./types.ts";
import type { WhatsAppKind } from "./whatsapp-kinds.ts";

type Action = { customer: string; kind: WhatsAppKind; text: string };

const statusesOf: Partial<Record<WhatsAppKind, Status[]>> = {
  sent: ["sent"],
  delivered: ["delivered"],
  read: ["read"],
  played: ["played"],
  failed: ["failed"],
  "statuses-backwards": ["read", "delivered", "sent"],
  "statuses-twice": ["delivered", "delivered"],
  "status-of-unknown": ["delivered"],
};

/** Turns an action into what WhatsApp would tell, in the order it tells it, and remembers what was said. */
export function whatsAppEvents(
  state: WhatsAppState,
  number: PhoneNumber,
  { customer, kind, text }: Action,
): MetaEvent[] {
  const account = accountEvent(number, kind);
  if (account) return [account];
  if (kind === "account-error") {
    const error = { code: 131042, title: "Business eligibility payment issue", message: "Payment issue" };
    const errors = [
      { ...error, error_data: { details: "There was an error related to your payment method." } },
    ];
    return [messageEvent(number, "error of the account", { errors })];
  }

  const thread = threadWith(state, number.id, customer);
  const ours = thread.messages.findLast(({ fromBusiness }) => fromBusiness);
  const statuses = statusesOf[kind];
  if (statuses) {
    const known = kind === "status-of-unknown" ? undefined : ours;
    const told = { id: known?.id ?? newWamid(), opaque: known?.opaque ?? null, at: Date.now() };
    return statuses.map((status) => statusEvent(number, thread, { ...told, status }));
  }

  const at = Date.now();
  const said = { text: text || "Hello", ourLast: ours?.id ?? newWamid(), at, bsuid: thread.bsuid };
  const content = messageContent(kind, said);
  if (!content) return [];

  thread.hidesPhone = kind === "message-without-phone";
  const { id } = addMessage(thread, { text: content.shown, fromBusiness: false, at });
  const from = { ...(thread.hidesPhone ? {} : { from: thread.phone }), from_user_id: thread.bsuid };
  const message = { ...from, id, timestamp: waTime(at), ...content.fields };
  return [
    messageEvent(number, `${kind} from ${customer}`, { contacts: [contactOf(thread)], messages: [message] }),
  ];
}
