import type { InboundKind } from "./inbound-kinds.ts";
import type { Message } from "./types.ts";

type Details = { type: string; body: string; media: string | null; more: Record<string, string> };

/** What is particular about one kind of message. */
export function inboundDetails(kind: InboundKind, text: string, lastSent: Message | undefined): Details {
  const plain = (fields: Partial<Details> = {}): Details => ({
    type: "text",
    body: text,
    media: null,
    more: {},
    ...fields,
  });
  const original: Record<string, string> = lastSent
    ? { OriginalRepliedMessageSid: lastSent.sid, OriginalRepliedMessageSender: lastSent.from }
    : {};

  switch (kind) {
    case "image":
      return plain({ type: "image", media: "image/jpeg" });
    case "voice":
      return plain({ type: "audio", body: "", media: "audio/ogg" });
    case "sticker":
      return plain({ type: "sticker", body: "", media: "image/webp" });
    case "location":
      return plain({
        type: "location",
        body: "",
        more: { Latitude: "-23.5505", Longitude: "-46.6333", Address: "Praça da Sé, São Paulo", Label: text },
      });
    case "button":
      return plain({
        type: "button",
        more: { ButtonText: text, ButtonPayload: '{"action":"confirm","id":42}', ...original },
      });
    case "list":
      return plain({ type: "interactive", more: { ListId: "slot-2", ListTitle: text, ...original } });
    case "reply":
      return plain({ more: original });
    case "ad":
      return plain({
        more: {
          ReferralNumMedia: "0",
          ReferralBody: "First cut at half price",
          ReferralHeadline: "Fade & Co.",
          ReferralSourceId: "120210000000000001",
          ReferralSourceType: "ad",
          ReferralSourceUrl: "https://fb.me/sandbox",
          ReferralCtwaClid: "ARAkLkA8rmlFeiCktEJQ",
        },
      });
    case "forwarded":
      return plain({ more: { Forwarded: "true", FrequentlyForwarded: "true" } });
    case "unknown":
      return plain({ type: "hologram", body: "", more: { HologramDepth: "3" } });
    default:
      return plain();
  }
}
