const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day a moment falls on in a time zone, as `YYYY-MM-DD`. */
export function localDate(moment: Date, timeZone: string): string {
  const known = formats.get(timeZone);
  // Sweden writes dates the way ISO does.
  const format = known ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  if (!known) formats.set(timeZone, format);
  return format.format(moment);
}

/** The day so many days later; earlier for less than none. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The days from one to another, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let date = first; date <= last; date = daysLater(date, 1)) days.push(date);
  return days;
}

/**
 * The first moment of a day in a time zone, also where clocks change at midnight: a day may begin at one o'clock, and a
 * midnight may come twice.
 */
export function startOfDay(date: string, timeZone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const offsets = [-dayMs, 0, dayMs].map((shift) => offsetAt(midnight + shift, timeZone));
  const candidates = offsets
    .map((offset) => midnight - offset)
    .filter((moment) => localDate(new Date(moment), timeZone) === date);
  return new Date(Math.min(...candidates));
}

const dayMs = 24 * 60 * 60 * 1000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const known = clocks.get(timeZone);
  const clock =
    known ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  if (!known) clocks.set(timeZone, clock);
  return Date.parse(`${clock.format(new Date(moment)).replace(" ", "T")}Z`) - moment;
}
