import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate, localInstant } from "#lib/organizations/local-time.ts";
import { type OpeningHours, type OpenTime, openSeconds, weekdays } from "#lib/organizations/opening-hours.ts";

const hour = 3600;
const minuteMs = 60_000;
const at = (text: string) => new Date(text);
const daily = (...times: OpenTime[]) =>
  Object.fromEntries(weekdays.map((day) => [day, times])) as OpeningHours;
const nineToSix = daily({ opens: "09:00", closes: "18:00" });
const rome = "Europe/Rome";

describe("of a wait, what fell into opening hours", () => {
  test("is all of it while no hours are set, and nothing where it is never open", () => {
    expect(openSeconds(at("2026-03-02T10:00Z"), at("2026-03-02T10:00:30Z"), null, rome)).toBe(30);
    expect(openSeconds(at("2026-03-02T10:00Z"), at("2026-03-09T10:00Z"), daily(), rome)).toBe(0);
    expect(openSeconds(at("2026-03-02T10:00Z"), at("2026-03-02T09:00Z"), null, rome)).toBe(0);
  });

  test("leaves out the night: asked at 17:50, answered at 9:10 is twenty minutes", () => {
    expect(openSeconds(at("2026-03-02T16:50Z"), at("2026-03-03T08:10Z"), nineToSix, rome)).toBe(1200);
  });

  test("goes past midnight, and counts what overlaps once", () => {
    const bar = daily({ opens: "20:00", closes: "02:00" }, { opens: "22:00", closes: "03:00" });
    expect(openSeconds(at("2026-03-02T17:00Z"), at("2026-03-03T12:00Z"), bar, rome)).toBe(7 * hour);
    expect(openSeconds(at("2026-03-02T00:00Z"), at("2026-03-02T00:30Z"), bar, rome)).toBe(1800);
  });

  test("follows the clocks when they change", () => {
    const allNight = daily({ opens: "00:00", closes: "06:00" });
    const night = (date: string) =>
      openSeconds(
        at(`${date}T22:00Z`),
        new Date(Date.parse(`${date}T22:00Z`) + 10 * hour * 1000),
        allNight,
        rome,
      );
    expect(night("2026-03-27")).toBe(6 * hour);
    expect(night("2026-03-28")).toBe(5 * hour);
    expect(night("2026-10-24")).toBe(7 * hour);
    const wholeDays = daily({ opens: "00:00", closes: "24:00" });
    expect(openSeconds(at("2026-10-23T00:00Z"), at("2026-10-27T00:00Z"), wholeDays, rome)).toBe(96 * hour);
  });
});

const zone = fc.constantFrom(
  "Europe/Rome",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/St_Johns",
  "UTC",
);
// Around the nights in which clocks change somewhere, where mistakes would be.
const moment = fc
  .tuple(
    fc.constantFrom("2026-03-07", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24", "2026-10-31"),
    fc.nat(4 * 24 * 60),
  )
  .map(([date, minutes]) => Date.parse(date) + minutes * minuteMs);
// Clocks change at night: there a boundary may be shown twice, which the minutes below cannot tell.
const clock = fc.integer({ min: 16, max: 95 }).map((quarter) => {
  const [hours, minutes] = [Math.floor(quarter / 4), (quarter % 4) * 15];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
});
const hours = fc
  .array(fc.array(fc.record({ opens: clock, closes: clock }), { maxLength: 2 }), {
    minLength: 7,
    maxLength: 7,
  })
  .map((days) => Object.fromEntries(weekdays.map((day, index) => [day, days[index]])) as OpeningHours);

test("it is what counting the minutes on the wall gives", () => {
  fc.assert(
    fc.property(zone, moment, fc.nat(2 * 24 * 60), hours, (timeZone, from, minutes, week) => {
      let open = 0;
      for (let minute = 0; minute < minutes; minute += 1) {
        if (isOpen(from + minute * minuteMs, week, timeZone)) open += 60;
      }
      expect(openSeconds(new Date(from), new Date(from + minutes * minuteMs), week, timeZone)).toBe(open);
    }),
    { numRuns: 25 },
  );
});

test("two parts of a wait make the whole", () => {
  fc.assert(
    fc.property(zone, moment, fc.nat(3000), fc.nat(3000), hours, (timeZone, from, first, second, week) => {
      const [middle, end] = [from + first * minuteMs, from + (first + second) * minuteMs];
      const span = (left: number, right: number) =>
        openSeconds(new Date(left), new Date(right), week, timeZone);
      expect(span(from, middle) + span(middle, end)).toBe(span(from, end));
    }),
    { numRuns: 100 },
  );
});

test("every moment lies within its local day", () => {
  fc.assert(
    fc.property(zone, moment, (timeZone, now) => {
      const date = localDate(now, timeZone);
      expect(localInstant(date, 0, timeZone)).toBeLessThanOrEqual(now);
      expect(localInstant(date, 24 * 60, timeZone)).toBeGreaterThan(now);
    }),
    { numRuns: 200 },
  );
});

const formats = new Map<string, Intl.DateTimeFormat>();

/** By what clocks show, told by the runtime itself. */
function isOpen(now: number, week: OpeningHours, timeZone: string): boolean {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", { weekday: "long", hour: "2-digit", minute: "2-digit", timeZone });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  const index = (weekdays as readonly string[]).indexOf(parts.weekday?.toLowerCase() ?? "");
  const shown = `${parts.hour}:${parts.minute}`;
  const [today, yesterday] = [week[weekdays[index] ?? "monday"], week[weekdays[(index + 6) % 7] ?? "monday"]];
  return (
    today.some(({ opens, closes }) => shown >= opens && (closes <= opens || shown < closes)) ||
    yesterday.some(({ opens, closes }) => closes <= opens && shown < closes)
  );
}
