import fc from "fast-check";
import { expect, test } from "vitest";
import { daysLater, localDate, startOfDay } from "#lib/providers/meta/calendar.ts";

const zones = [
  "UTC",
  "Europe/Rome",
  "America/New_York",
  "America/Havana",
  "Africa/Cairo",
  "Asia/Kolkata",
  "Asia/Beirut",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "America/Asuncion",
];

test("a day begins at its first moment: a second earlier it is the day before", () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => daysLater("2020-01-01", days));
  fc.assert(
    fc.property(day, fc.constantFrom(...zones), (date, zone) => {
      const begin = startOfDay(date, zone);
      expect(localDate(begin, zone)).toBe(date);
      expect(localDate(new Date(begin.getTime() - 1000), zone)).toBe(daysLater(date, -1));
    }),
    { numRuns: 150 },
  );
});

test.each([
  // The clock goes from midnight to one.
  ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
  // It goes from one back to midnight, which comes twice.
  ["2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z"],
  ["2026-10-25", "Europe/Rome", "2026-10-24T22:00:00.000Z"],
])("%s begins in %s at %s", (date, zone, begin) => {
  expect(startOfDay(date, zone).toISOString()).toBe(begin);
});
