/** What a customer, the platform or WhatsApp's reviewers can do that the app may hear of. */
export const kinds = {
  message: "Text message",
  "message-without-phone": "Text message from someone who hides their phone number",
  image: "Picture",
  voice: "Voice message",
  document: "Document",
  sticker: "Sticker",
  location: "Location",
  contacts: "A contact",
  button: "Quick reply (button)",
  list: "Choice from a list",
  reaction: "Reaction to the business's last message",
  "reaction-removed": "Take the reaction back",
  order: "Order from the catalogue",
  "new-number": "Change of phone number",
  unsupported: "Something WhatsApp does not pass on",
  sent: "Status: sent",
  delivered: "Status: delivered",
  read: "Status: read",
  played: "Status: voice message played",
  failed: "Status: failed",
  "statuses-backwards": "Statuses read, delivered, sent: in the wrong order",
  "statuses-twice": "Status delivered, twice",
  "status-of-unknown": "Status of a message nobody knows",
  "account-error": "An error of the account, without message",
  restriction: "The account is restricted",
  "limit-raised": "A higher messaging limit",
  "template-rejected": "A template is rejected",
  "name-approved": "The display name is approved",
  unknown: "Something WhatsApp invents tomorrow",
} as const;

export type WhatsAppKind = keyof typeof kinds;

export function isKind(text: string): text is WhatsAppKind {
  return text in kinds;
}
