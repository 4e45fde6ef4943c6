import { z } from "zod";
import type { ProviderId } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";

export const eventStatuses = ["pending", "processed", "failed", "dead", "ignored"] as const;
export type EventStatus = (typeof eventStatuses)[number];

export const eventRanges = { "1h": 1, "24h": 24, "7d": 7 * 24, "30d": 30 * 24 } as const;
export type EventRange = keyof typeof eventRanges;

const fields = {
  status: z.enum(eventStatuses),
  channel: z.custom<ProviderId>((id) => typeof id === "string" && findProvider(id) !== null),
  type: z.string().trim().min(1).max(100),
  range: z.enum(Object.keys(eventRanges) as [EventRange, ...EventRange[]]),
  /** Ids of the events the page begins after: older than `before`, newer than `after`. */
  before: z.uuidv7(),
  after: z.uuidv7(),
};

type FieldName = keyof typeof fields;
const names = Object.keys(fields) as FieldName[];

/** Which events to show: what stands in the address of the event log. */
export type EventFilter = { [Name in FieldName]?: z.infer<(typeof fields)[Name]> };

/**
 * Reads a filter from an address. What cannot be read is left out and named, so that a mistyped link shows something
 * and says why it is not all it asked for.
 */
export function parseEventFilter(query: Record<string, string | string[] | undefined>) {
  const ignored: FieldName[] = [];
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
  return { filter, ignored };
}

/** The filter as a query, with its question mark; empty when nothing is filtered. */
export function eventFilterQuery(filter: EventFilter): string {
  const pairs = names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
