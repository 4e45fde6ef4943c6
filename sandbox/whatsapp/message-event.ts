import type { MetaEvent } from "../delivery/meta-event.ts";
import type { PhoneNumber, WhatsAppThread } from "./types.ts";

/** An event of the `messages` field: messages of customers, or statuses of what was sent to them. */
export function messageEvent(number: PhoneNumber, summary: string, content: object): MetaEvent {
  return {
    object: "whatsapp_business_account",
    accountId: number.id,
    entryId: number.accountId,
    field: "messages",
    summary,
    content: {
      change: {
        messaging_product: "whatsapp",
        metadata: {
          display_phone_number: number.displayPhoneNumber.replaceAll(/\D/g, ""),
          phone_number_id: number.id,
        },
        ...content,
      },
    },
  };
}

/** Who it is, as far as they let the business know. */
export function contactOf({ customerName, phone, bsuid, hidesPhone }: WhatsAppThread) {
  const username = customerName.toLowerCase().replaceAll(/[^a-z0-9]+/g, ".");
  return {
    profile: { name: customerName, ...(hidesPhone ? { username } : {}) },
    ...(hidesPhone ? {} : { wa_id: phone }),
    user_id: bsuid,
  };
}

/** In seconds and as text, as WhatsApp writes times. */
export function waTime(ms: number): string {
  return String(Math.floor(ms / 1000));
}
