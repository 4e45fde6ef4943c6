import { z } from "zod";

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

const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];

export const CustomerAction = z.object({
  pageId: z.string(),
  customer: z.string().trim().min(1, "Say who the customer is").default("Ana Silva"),
  kind: z.enum(kindNames).default("message"),
  text: z.string().default(""),
  /** How many of them, in one go. */
  count: z.coerce.number().int().min(1).max(1000).default(1),
});

export type CustomerAction = z.infer<typeof CustomerAction>;
