/** Something that happened on a Page, before anyone knows whether the app hears of it. */
export type PageEvent = {
  pageId: string;
  /** The webhook field one must be subscribed to. */
  field: string;
  summary: string;
  /** An item of `entry.messaging` or `entry.standby`, or the value of an item of `entry.changes`. */
  content: { messaging: object } | { standby: object } | { change: object };
};
