import type { EventRow } from "./event-row.ts";

/** A page of the event log as the list shows it. */
export type EventPage = {
  rows: EventRow[];
  /** Where the pages beside it are; missing where there is none. */
  newerHref?: string;
  olderHref?: string;
  /** How far back a search looked, where it did not look at everything. */
  lookedTo?: string;
};
