/** What a customer, the account's own inbox or Instagram itself can do that the app may hear of. */
export const kinds = {
  message: "Direct message",
  "message-as-change": "Direct message, told in the shape of a change",
  image: "Picture",
  "story-mention": "Mention in a story",
  "story-reply": "Reply to a story",
  ephemeral: "Picture that disappears",
  unsupported: "Something Instagram does not pass on",
  deleted: "Unsend the last message",
  reaction: "Reaction to the account's last message",
  read: "Read the account's last message",
  postback: "Button (postback)",
  "postback-as-change": "Button (postback), told in the shape of a change",
  referral: "Open a link (referral)",
  edit: "Edit the last message",
  comment: "Comment on a post",
  "comment-bare": "Comment, told without the list of changes",
  echo: "Reply from the account's own inbox (echo)",
  test: "The Test button of Meta's dashboard",
  unknown: "Something Instagram invents tomorrow",
} as const;

export type InstagramKind = keyof typeof kinds;

export function isKind(text: string): text is InstagramKind {
  return text in kinds;
}
