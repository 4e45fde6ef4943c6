import { joinCode } from "./shared-number.ts";

/** What a customer can do on WhatsApp that Twilio tells of. The first is what Send does. */
export const inboundKinds = {
  message: "Text message",
  image: "Picture",
  voice: "Voice message",
  sticker: "Sticker",
  location: "Location",
  button: "Press a quick reply",
  list: "Choose from a list",
  reply: "Reply to the business's last message",
  ad: "First message after an ad (click to WhatsApp)",
  forwarded: "Forwarded message",
  hidden: "Text message, from now on with the phone number hidden",
  shown: "Text message, from now on with the phone number shown",
  legacy: "Text message as before 2026, without a business-scoped id",
  join: `Join the sandbox number (“${joinCode}”)`,
  unknown: "A message type from the future",
} as const;

export type InboundKind = keyof typeof inboundKinds;

export function isInboundKind(kind: string): kind is InboundKind {
  return kind in inboundKinds;
}
