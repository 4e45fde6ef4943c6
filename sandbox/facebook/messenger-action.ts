/** What a customer, the Page's own inbox or Messenger itself can do that the app may hear of. */
export const kinds = {
  message: "Text message",
  image: "Picture",
  postback: "Button (postback)",
  reaction: "Reaction to the Page's last message",
  read: "Read everything so far",
  delivery: "Delivery receipt",
  edit: "Edit the last message",
  referral: "Open a link (referral)",
  echo: "Reply from the Page's own inbox (echo)",
  comment: "Comment on a post of the Page",
  handover: "Hand the conversation to another app",
  standby: "Text message while another app owns the conversation (standby)",
  unknown: "Something Messenger invents tomorrow",
} as const;

export type Kind = keyof typeof kinds;

export type MessengerAction = { pageId: string; customer: string; kind: Kind; text: string };

export function isKind(text: string): text is Kind {
  return text in kinds;
}
