import type { Delivery } from "../state/types.ts";

/** What the log shows of one delivery, whatever platform makes it. */
export type LoggedDelivery = Pick<
  Delivery,
  "id" | "summary" | "createdAt" | "status" | "note" | "nextAttemptAt" | "attempts"
>;

export type ChannelAccount = { id: string; name: string; connected: boolean };

export type ChannelAction = {
  accountId: string;
  customer: string;
  /** A key of the channel's `kinds`. */
  kind: string;
  text: string;
};

/** A way for customers to reach a business: what the customer page and `POST /control/events` need to know of it. */
export type Channel = {
  id: string;
  /** What an account of it is called: Facebook Page, WhatsApp number. */
  label: string;
  /** What can happen, and how the page says it. The first is what Send does. */
  kinds: Record<string, string>;
  accounts: () => ChannelAccount[];
  /** The conversation so far, oldest first. */
  conversation: (accountId: string, customer: string) => { fromBusiness: boolean; text: string }[];
  /** Makes it happen, and returns the deliveries that carry it. */
  act: (action: ChannelAction) => LoggedDelivery[];
  /** Oldest first. */
  deliveries: (accountId: string) => LoggedDelivery[];
  /** Delivers the last one again. */
  repeatLast: (accountId: string) => void;
};
