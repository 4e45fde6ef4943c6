const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Clocks are changed at these moments only, everywhere, so that what they are ahead is looked up once for each. */
const stepMs = 15 * minuteMs;
const mostSteps = 20_000;

type Zone = { format: Intl.DateTimeFormat; offsets: Map<number, number> };
const zones = new Map<string, Zone>();

/** The day of this moment where clocks show this zone's time, as `YYYY-MM-DD`. */
export function localDate(at: number, timeZone: string): string {
  return new Date(at + offset(at, timeZone)).toISOString().slice(0, 10);
}

/**
 * When clocks in this zone show so many minutes past midnight of this day: the first time, where they show it twice; and where
 * they skip it, the moment as far after the skip.
 */
export function localInstant(date: string, minutes: number, timeZone: string): number {
  const shown = Date.parse(date) + minutes * minuteMs;
  const [before, after] = [offset(shown - dayMs, timeZone), offset(shown + dayMs, timeZone)];
  const early = shown - before;
  if (before === after || offset(early, timeZone) === before) return early;
  const late = shown - after;
  return offset(late, timeZone) === after ? late : early;
}

/** How many milliseconds clocks in this zone are ahead of UTC at this moment. */
function offset(at: number, timeZone: string): number {
  const { format, offsets } = zoneOf(timeZone);
  const step = Math.floor(at / stepMs);
  const known = offsets.get(step);
  if (known !== undefined) return known;

  const moment = step * stepMs;
  const parts = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const ahead = Date.UTC(year, month - 1, day, hour, minute, second) - moment;

  if (offsets.size >= mostSteps) offsets.clear();
  offsets.set(step, ahead);
  return ahead;
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;

  const numeric = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const clock = { hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" } as const;
  const format = new Intl.DateTimeFormat("en-US-u-nu-latn", { ...numeric, ...clock, timeZone });
  const zone = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}
