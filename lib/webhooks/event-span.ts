import { type EventFilter, eventRanges } from "./event-filter.ts";

/** The moments a filter's events begin at and end before, where it says so. */
export function eventSpan({ range, from, to }: EventFilter, now: Date): { from?: Date; to?: Date } {
  if (range) return { from: new Date(now.getTime() - eventRanges[range] * 3_600_000) };
  return { ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
}
