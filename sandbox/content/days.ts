export const dayMs = 86_400_000;

/** A calendar day as the number of days since 1970, so that it can be counted with. */
export type Day = number;

export function parseDay(date: string): Day {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

export function dateOf(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day it is at this moment in this time zone. */
export function dayAt(ms: number, timeZone: string): Day {
  return Math.floor((ms + offsetAt(ms, timeZone)) / dayMs);
}

/** The moment this day begins in this time zone, on the day the clocks change too. */
export function startOfDay(day: Day, timeZone: string): number {
  const midnight = day * dayMs;
  const near = midnight - offsetAt(midnight, timeZone);
  return midnight - offsetAt(near, timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far this time zone's clocks are ahead of UTC at this moment, in milliseconds. */
function offsetAt(ms: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-US", { timeZone, ...clockFields });
  formats.set(timeZone, format);
  const told = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = told;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

const clockFields = {
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;
