import { z } from "zod";
import type { ProviderId } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { InstantText } from "./instant-text.ts";
import { isEventId } from "./is-event-id.ts";

export const eventStatuses = ["pending", "processed", "failed", "dead", "ignored"] as const;
export type EventStatus = (typeof eventStatuses)[number];

export const eventRanges = { "1h": 1, "24h": 24, "7d": 7 * 24, "30d": 30 * 24 } as const;
export type EventRange = keyof typeof eventRanges;

/** Text that a column can hold: no NUL, no half of a pair. */
const text = z
  .string()
  .trim()
  .refine((value) => value.isWellFormed() && !value.includes("\0"));
const id = z.uuid().toLowerCase();

const fields = {
  status: z.enum(eventStatuses),
  channel: z.custom<ProviderId>((value) => typeof value === "string" && findProvider(value) !== null),
  connection: id,
  type: text.min(1).max(100),
  /** So many hours until now; or the moments it begins and ends, of which either may be missing. */
  range: z.enum(Object.keys(eventRanges) as [EventRange, ...EventRange[]]),
  from: InstantText,
  to: InstantText,
  /** An id, or words of the payload. */
  q: text.min(2).max(200),
  problem: id,
  replay: id,
  /** Ids of the events the page begins after: older than `before`, newer than `after`. */
  before: z.string().toLowerCase().refine(isEventId),
  after: z.string().toLowerCase().refine(isEventId),
};

export type EventFilterField = keyof typeof fields;
const names = Object.keys(fields) as EventFilterField[];

/** Which events to show: what stands in the address of the event log. */
export type EventFilter = { [Name in EventFilterField]?: z.infer<(typeof fields)[Name]> };

/**
 * Reads a filter from an address. What cannot be read is left out and named, so that a mistyped link shows something
 * and says why it is not all it asked for.
 */
export function parseEventFilter(query: Record<string, string | string[] | undefined>, now = new Date()) {
  const ignored: EventFilterField[] = [];
  const known = names.flatMap((name) => {
    const value = query[name];
    if (value === undefined || value === "") return [];
    const parsed = fields[name].safeParse(value);
    if (!parsed.success) ignored.push(name);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });

  // Each value was parsed by the field of its name.
  const filter = Object.fromEntries(known) as EventFilter;
  if (filter.before) delete filter.after;
  // ISO instants of one form sort as text does.
  const [from, to] = [filter.from, filter.to];
  if (from && to && from > to) Object.assign(filter, { from: to, to: from });
  // A list that begins after now is empty whatever happened; what ends after now ends now.
  if (filter.from && filter.from > now.toISOString()) {
    delete filter.from;
    ignored.push("from");
  }
  if (filter.from || filter.to) delete filter.range;
  return { filter, ignored };
}

/** The filter as a query, with its question mark; empty when nothing is filtered. */
export function eventFilterQuery(filter: EventFilter): string {
  const pairs = names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
