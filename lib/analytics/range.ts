import { daysBetween, shiftDate } from "./calendar.ts";

/** The ranges one chooses by name, in days. */
export const rangeDays = { "7d": 7, "28d": 28, "90d": 90 } as const;
export type RangeName = keyof typeof rangeDays;

/** Dates of the organization's calendar, both ends included. */
export type DateSpan = { from: string; to: string };

export type AnalyticsRange = DateSpan & {
  name: RangeName | "custom";
  /** How many. */
  days: number;
  /** As many days, just before. */
  before: DateSpan;
};

/** A range may not be longer: a chart of more days shows nothing that a shorter one does not. */
export const mostDays = 1_100;

/** So many whole days, the last of them yesterday: of today nobody knows yet what it will be. */
export function namedRange(name: RangeName, today: string): AnalyticsRange {
  const to = shiftDate(today, -1);
  return rangeOf(name, shiftDate(to, 1 - rangeDays[name]), to);
}

/** The days between two dates, both included. Refused: dates that do not exist, no day at all, more than `mostDays`. */
export function customRange(from: string, to: string): AnalyticsRange | null {
  if (!isDate(from) || !isDate(to) || to < from || daysBetween(from, to) >= mostDays) return null;
  return rangeOf("custom", from, to);
}

/** Each date of a span, in order. */
export function datesOf({ from, to }: DateSpan): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => shiftDate(from, index));
}

function rangeOf(name: RangeName | "custom", from: string, to: string): AnalyticsRange {
  const days = daysBetween(from, to) + 1;
  return { name, from, to, days, before: { from: shiftDate(from, -days), to: shiftDate(from, -1) } };
}

/** True for `YYYY-MM-DD` of a day there is. The first centuries are left out: nothing of ours is older. */
function isDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
