import type { MetaEvent } from "../delivery/meta-event.ts";
import { contactOf, messageEvent, waTime } from "./message-event.ts";
import type { PhoneNumber, WhatsAppThread } from "./types.ts";

export type Status = "sent" | "delivered" | "read" | "played" | "failed";

const errors: Record<number, { title: string; details: string }> = {
  131026: { title: "Message undeliverable", details: "The recipient cannot be reached on WhatsApp." },
  131047: {
    title: "Re-engagement message",
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  },
};

type Told = { id: string; status: Status; opaque?: string | null; errorCode?: number; at?: number };

/** What became of a message that the business sent. */
export function statusEvent(
  number: PhoneNumber,
  thread: WhatsAppThread,
  { id, status, opaque, errorCode = 131026, at = Date.now() }: Told,
): MetaEvent {
  const recipient = {
    ...(thread.hidesPhone ? {} : { recipient_id: thread.phone }),
    ...(status === "failed" && !thread.hidesPhone ? {} : { recipient_user_id: thread.bsuid }),
  };
  const billed = status === "sent" || status === "delivered";
  const pricing = {
    billable: false,
    pricing_model: "PMP",
    type: "free_customer_service",
    category: "service",
  };
  const told = {
    id,
    status,
    timestamp: waTime(at),
    ...recipient,
    ...(billed ? { pricing } : {}),
    ...(opaque ? { biz_opaque_callback_data: opaque } : {}),
    ...(status === "failed" ? { errors: [errorOf(errorCode)] } : {}),
  };
  return messageEvent(number, `${status} to ${thread.customerName}`, {
    ...(status === "failed" ? {} : { contacts: [contactOf(thread)] }),
    statuses: [told],
  });
}

function errorOf(code: number) {
  const { title, details } = errors[code] ?? { title: "Something went wrong", details: "Try again later." };
  const href = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";
  return { code, title, message: title, error_data: { details }, href };
}
