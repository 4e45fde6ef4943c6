import { z } from "zod";
import { localDate, localInstant } from "./local-time.ts";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

const Opening = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Closing = z.union([Opening, z.literal("24:00")]);

/** From one time of day to another, as `HH:MM`; what closes no later than it opens, closes on the day after. */
const OpenTime = z.object({ opens: Opening, closes: Closing });
export type OpenTime = z.infer<typeof OpenTime>;

/** When the business is open on each day of the week; nothing on a day it is closed. */
export const OpeningHours = z.record(z.enum(weekdays), z.array(OpenTime).max(5));
export type OpeningHours = z.infer<typeof OpeningHours>;

const dayMs = 24 * 60 * 60_000;
const longestWaitMs = 400 * dayMs;

/**
 * How many whole seconds from `from` until `to` fell into opening hours, as clocks in the time zone show them; without hours,
 * all of them. Of a wait beyond 400 days, the first 400.
 */
export function openSeconds(
  from: Date,
  to: Date,
  hours: OpeningHours | null | undefined,
  timeZone: string,
): number {
  const start = from.getTime();
  const end = Math.min(to.getTime(), start + longestWaitMs);
  if (end <= start) return 0;
  if (!hours) return Math.floor((end - start) / 1000);

  let open = 0;
  let counted = start;
  for (const [opens, closes] of openSpans(start, end, hours, timeZone)) {
    // What overlaps is open once.
    const since = Math.max(opens, counted);
    const until = Math.min(closes, end);
    if (until <= since) continue;
    open += until - since;
    counted = until;
  }
  return Math.floor(open / 1000);
}

/** When it is open from the day before the first moment to the day of the last, in the order of opening. */
function openSpans(start: number, end: number, hours: OpeningHours, timeZone: string): [number, number][] {
  const first = Date.parse(localDate(start, timeZone)) - dayMs;
  const last = Date.parse(localDate(end, timeZone));
  const spans: [number, number][] = [];
  for (let day = first; day <= last; day += dayMs) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7];
    for (const { opens, closes } of (weekday && hours[weekday]) ?? []) {
      const [opened, closed] = [minutesIn(opens), minutesIn(closes)];
      const closing = closed > opened ? closed : closed + 24 * 60;
      spans.push([localInstant(date, opened, timeZone), localInstant(date, closing, timeZone)]);
    }
  }
  return spans.sort(([left], [right]) => left - right);
}

const minutesIn = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
