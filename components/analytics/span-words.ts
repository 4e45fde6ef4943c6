import type { DateSpan } from "#lib/analytics/range.ts";

const format = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const moment = (date: string) => new Date(`${date}T00:00:00Z`);

/** “24 Oct – 20 Nov 2026”, or the one day it is. */
export function spanWords({ from, to }: DateSpan): string {
  return from === to ? format.format(moment(from)) : format.formatRange(moment(from), moment(to));
}
