import fc from "fast-check";
import { expect, test } from "vitest";
import { daysBetween, localDate, shiftDate } from "#lib/analytics/calendar.ts";
import { customRange, datesOf, namedRange } from "#lib/analytics/range.ts";

test("a named range ends yesterday, and is compared with as many days before it", () => {
  expect(namedRange("7d", "2026-03-03")).toEqual({
    name: "7d",
    from: "2026-02-24",
    to: "2026-03-02",
    days: 7,
    before: { from: "2026-02-17", to: "2026-02-23" },
  });
  expect(namedRange("28d", "2026-03-01").from).toBe("2026-02-01");
});

test("any days may be chosen, in order, that there are", () => {
  expect(customRange("2024-02-29", "2024-02-29")).toMatchObject({
    days: 1,
    before: { from: "2024-02-28", to: "2024-02-28" },
  });
  for (const [from, to] of [
    ["2026-02-29", "2026-03-01"],
    ["2026-03-02", "2026-03-01"],
    ["2020-01-01", "2026-03-01"],
    ["0026-03-01", "2026-03-01"],
    ["yesterday", "2026-03-01"],
    ["2026-03-01", "2026-3-1"],
  ] as const) {
    expect(customRange(from, to)).toBeNull();
  }
});

test("today is another day elsewhere, also while clocks change", () => {
  const at = new Date("2026-03-29T00:30:00Z");
  expect(localDate(at, "Europe/Berlin")).toBe("2026-03-29");
  expect(localDate(at, "America/Los_Angeles")).toBe("2026-03-28");
  expect(localDate(new Date("2026-03-28T12:30:00Z"), "Pacific/Kiritimati")).toBe("2026-03-29");
  expect(localDate(new Date("2026-10-25T22:59:59Z"), "Europe/Berlin")).toBe("2026-10-25");
  expect(localDate(new Date("2026-10-25T23:00:00Z"), "Europe/Berlin")).toBe("2026-10-26");
});

test("every day of a span is there once, whatever the clocks do", () => {
  const someDate = fc.integer({ min: 0, max: 20_000 }).map((days) => shiftDate("1990-01-01", days));
  fc.assert(
    fc.property(someDate, fc.integer({ min: 0, max: 1_099 }), (from, more) => {
      const range = customRange(from, shiftDate(from, more));
      const dates = datesOf(range ?? { from, to: "never" });
      expect(new Set(dates).size).toBe(more + 1);
      expect([dates[0], dates.at(-1)]).toEqual([range?.from, range?.to]);
      expect(daysBetween(range?.before.from ?? "", from)).toBe(more + 1);
    }),
    { numRuns: 30 },
  );
});
