import fc from "fast-check";
import { expect, test } from "vitest";
import { figureOf } from "#lib/analytics/figure.ts";
import { finding } from "#lib/reports/finding.ts";
import { ReportRequest, ScheduleInput } from "#lib/reports/input.ts";
import { scaleOf, stretchesOf } from "#lib/reports/pdf/scale.ts";
import { changeWords, durationWords, periodWords, shareWords } from "#lib/reports/words.ts";

const known = (metric: "followers" | "reach", days: number[], beforeDays: number[]) =>
  finding(
    figureOf(
      metric,
      [{ connectionId: "a", isGone: false, isRedefined: false, days, beforeDays }],
      days.length,
    ),
  );

test("a chart's title is what its figure says", () => {
  expect(known("reach", [60, 52], [50, 50])).toBe("Reach rose 12 % to 112");
  expect(known("reach", [40, 50], [50, 50])).toBe("Reach fell 10 % to 90");
  expect(known("followers", [100, 1_204], [1_200, 1_202])).toBe("Followers stayed at 1,204");
  expect(known("reach", [40, 50], [0, 0])).toBe("Reach came to 90");
});

test("what is not known is a dash and never a nought", () => {
  expect([changeWords(null), durationWords(null), shareWords(null)]).toEqual(["—", "—", "—"]);
  expect([changeWords(0.1249), changeWords(-0.5), changeWords(0.0001)]).toEqual(["+12.5 %", "−50 %", "±0 %"]);
  expect([durationWords(59), durationWords(3_600), durationWords(5_400), durationWords(90_000)]).toEqual([
    "59 s",
    "1 h",
    "1 h 30 min",
    "25 h",
  ]);
  expect(periodWords({ from: "2026-12-30", to: "2027-01-02" })).toMatch(
    /^30 December 2026\s–\s2 January 2027$/,
  );
});

test("a chart's side ends in whole round numbers around all that is drawn", () => {
  const values = fc.array(fc.option(fc.nat(5_000_000), { nil: null }), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.boolean(), (days, fromZero) => {
      const { low, high, marks } = scaleOf(days, fromZero);
      for (const value of days.filter((day) => day !== null))
        expect(value >= low && value <= high).toBe(true);
      expect(marks.every(Number.isInteger)).toBe(true);
      expect(marks.length).toBeLessThanOrEqual(7);
      expect([marks[0], marks.at(-1)]).toEqual([low, high]);
    }),
    { numRuns: 200 },
  );
});

test("a line is drawn over the days that are known, and over no others", () => {
  expect(stretchesOf([null, 1, 2, null, null, 3])).toEqual([
    { start: 1, values: [1, 2] },
    { start: 5, values: [3] },
  ]);
  expect(stretchesOf([null])).toEqual([]);
});

test("a report has days that exist in their order, and a monthly one addresses that can be written to", () => {
  const asked = { clientName: "Rossi", title: "Autumn", from: "2026-10-01", to: "2026-10-31" };
  expect(ReportRequest.safeParse(asked).success).toBe(true);
  for (const wrong of [
    { to: "2026-09-30" },
    { to: "2026-02-30" },
    { to: "2036-01-01" },
    { clientName: " " },
  ]) {
    expect(ReportRequest.safeParse({ ...asked, ...wrong }).success).toBe(false);
  }

  const monthly = { isOn: true, clientName: "Rossi" };
  const read = (recipients: string) => ScheduleInput.safeParse({ ...monthly, recipients }).data?.recipients;
  expect(read("A@example.com, b@example.com\n a@example.com")).toEqual(["a@example.com", "b@example.com"]);
  expect(read("not an address")).toBeUndefined();
  expect(read("")).toBeUndefined();
});
