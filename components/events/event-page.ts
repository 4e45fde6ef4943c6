import { wholeItems } from "#components/live/whole-items.ts";
import type { Sent } from "#lib/live/changed-items.ts";
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

/** The same on its way to a log that is live. */
export type SentEventPage = Omit<EventPage, "rows"> & { rows: Sent<EventRow>[] };

/** Reads the pages that come over one line. */
export function sentEventPages(): (data: string) => EventPage {
  const whole = wholeItems<EventRow>();
  return (data) => {
    // What our own server made of the same type.
    const page = JSON.parse(data) as SentEventPage;
    return { ...page, rows: whole(page.rows) };
  };
}
