import type { WhatsAppKind } from "./whatsapp-kinds.ts";

type Said = { text: string; ourLast: string; at: number; bsuid: string };
type Content = { shown: string; fields: { type: string; [name: string]: unknown } };

/** What a customer sent, in WhatsApp's words and in ours; null when the kind is no message. */
export function messageContent(kind: WhatsAppKind, { text, ourLast, at, bsuid }: Said): Content | null {
  const media = (type: string, mime: string, more: object = {}): Content => ({
    shown: `(${type})`,
    fields: { type, [type]: { id: `90${at}`, mime_type: mime, sha256: "c2hhMjU2", ...more } },
  });
  const about = { context: { from: "business", id: ourLast } };

  switch (kind) {
    case "message":
    case "message-without-phone":
      return { shown: text, fields: { type: "text", text: { body: text } } };
    case "image":
      return media("image", "image/jpeg", { caption: text });
    case "voice":
      return media("audio", "audio/ogg; codecs=opus", { voice: true });
    case "document":
      return media("document", "application/pdf", { filename: "quote.pdf" });
    case "sticker":
      return media("sticker", "image/webp", { animated: false });
    case "location": {
      const location = { latitude: 40.4168, longitude: -3.7038, name: "Shop", address: "Street 1" };
      return { shown: "(location)", fields: { type: "location", location } };
    }
    case "contacts": {
      const phones = [{ phone: "+1 555 000 3333", wa_id: "15550003333", type: "MOBILE" }];
      const contacts = [{ name: { formatted_name: "Lu Go", first_name: "Lu" }, phones }];
      return { shown: "(contact)", fields: { type: "contacts", contacts } };
    }
    case "button": {
      const reply = { type: "button_reply", button_reply: { id: "yes", title: text } };
      return { shown: text, fields: { type: "interactive", ...about, interactive: reply } };
    }
    case "list": {
      const reply = { type: "list_reply", list_reply: { id: "slot-9", title: text, description: "Mon" } };
      return { shown: text, fields: { type: "interactive", ...about, interactive: reply } };
    }
    case "reaction":
      return { shown: "👍", fields: { type: "reaction", reaction: { message_id: ourLast, emoji: "👍" } } };
    case "reaction-removed":
      return { shown: "(no reaction)", fields: { type: "reaction", reaction: { message_id: ourLast } } };
    case "order": {
      const items = [{ product_retailer_id: "sku1", quantity: 2, item_price: 30, currency: "USD" }];
      const order = { catalog_id: "194000000000001", text, product_items: items };
      return { shown: "(order)", fields: { type: "order", order } };
    }
    case "new-number": {
      const system = {
        type: "user_changed_number",
        body: "changed their phone number",
        previous_user_id: bsuid,
      };
      return {
        shown: "(new number)",
        fields: { type: "system", system: { ...system, wa_id: "15550009999", user_id: `US.${at}` } },
      };
    }
    case "unsupported": {
      const error = { code: 131051, title: "Message type unknown", message: "Message type unknown" };
      const errors = [{ ...error, error_data: { details: "Message type is currently not supported." } }];
      return {
        shown: "(not passed on)",
        fields: { type: "unsupported", unsupported: { type: "poll_creation" }, errors },
      };
    }
    case "unknown":
      return { shown: "(?)", fields: { type: "hologram", hologram: { strength: 3 } } };
    default:
      return null;
  }
}
