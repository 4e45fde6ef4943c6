import type { EventFilter } from "./event-filter.ts";
import { eventSpan } from "./event-span.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Events are kept no longer. */
const longestMs = 400 * dayMs;

/** The width of a bar for spans up to a length: some tens of bars, of whole minutes, hours or days in UTC. */
const widths = [
  [hourMs, minuteMs],
  [3 * hourMs, 5 * minuteMs],
  [3 * dayMs, hourMs],
  [15 * dayMs, 6 * hourMs],
  [longestMs, dayMs],
] as const;

export type HistogramSpan = { from: Date; to: Date; barMs: number };

/** What a histogram shows of a filter: its span, or the last 24 hours, widened to whole bars. */
export function histogramSpan(filter: EventFilter, now: Date): HistogramSpan {
  const { from, to } = eventSpan(filter, now);
  const end = Math.min(to?.getTime() ?? now.getTime(), now.getTime());
  const start = Math.max(from?.getTime() ?? end - dayMs, end - longestMs);
  return wholeBars(start, end, widths.find(([longest]) => end - start <= longest)?.[1] ?? dayMs);
}

/** The same in bars of an hour, which is what is counted anyway. */
export const inHours = ({ from, to }: HistogramSpan) => wholeBars(from.getTime(), to.getTime(), hourMs);

export const isInCountedHours = ({ barMs }: HistogramSpan) => barMs >= hourMs;

function wholeBars(start: number, end: number, barMs: number): HistogramSpan {
  const from = Math.floor(start / barMs) * barMs;
  return {
    from: new Date(from),
    to: new Date(Math.max(from + barMs, Math.ceil(end / barMs) * barMs)),
    barMs,
  };
}
