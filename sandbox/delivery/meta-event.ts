export type WebhookObject = "page" | "instagram" | "whatsapp_business_account";

/** Something that happened on an account, before anyone knows whether the app hears of it. */
export type MetaEvent = {
  object: WebhookObject;
  /** The Page, Instagram account or phone number it belongs to. */
  accountId: string;
  /** The id of the entry that tells it: the account, or what it is subscribed by. */
  entryId: string;
  /** The webhook field one must be subscribed to. */
  field: string;
  summary: string;
  content: EventContent;
  /** Sent whether or not anyone is subscribed, as the dashboard's Test button does. */
  always?: boolean;
};

/**
 * An item of `entry.messaging` or `entry.standby`, the value of an item of `entry.changes`, or a value that stands
 * with its field in the entry itself, as Meta's own documents print it once.
 */
export type EventContent =
  | { messaging: object }
  | { standby: object }
  | { change: object }
  | { bare: object };
