import type { SQL } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { EventFilter } from "./event-filter.ts";
import type { Stretch } from "./stretch.ts";

/** What each way of looking for events is given. */
export type EventSearch = {
  tx: Transaction;
  organizationId: string;
  /** Without its span, which is in the stretch. */
  filter: EventFilter;
  stretch: Stretch;
  /** The filter as a condition. */
  matching: SQL;
  /** The organization's connections that the filter allows. */
  connectionIds: string[];
  wanted: number;
  now: Date;
  /** When to stop and say how far one got, on the clock of `performance`. */
  deadline: number;
};
