import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openTimesText, parseOpenTimes } from "#lib/organizations/open-times-text.ts";
import { OpeningHours, weekdays } from "#lib/organizations/opening-hours.ts";
import { OpeningHoursChange } from "#lib/organizations/opening-hours-change.ts";

test.each([
  ["9-18", "9:00–18:00"],
  ["14:00 to 18:30, 9.15 – 13", "9:15–13:00, 14:00–18:30"],
  ["20–2", "20:00–2:00"],
  ["0:00-24:00", "0:00–24:00"],
  ["", ""],
  ["Closed", ""],
])("“%s” is understood as “%s”", (typed, understood) => {
  const times = parseOpenTimes(typed);
  expect(times.ok && openTimesText(times.value)).toBe(understood);
});

test.each(["morning", "9", "25-26", "9:60-10", "24:00-9:00", "24:30-9", "9-18,", "9-10 11-12"])(
  "“%s” is not understood",
  (typed) => {
    expect(parseOpenTimes(typed)).toEqual({ ok: false, error: "unreadable" });
  },
);

test("what is shown is understood again", () => {
  const quarter = fc.integer({ min: 0, max: 95 }).map((count) => {
    return `${String(Math.floor(count / 4)).padStart(2, "0")}:${String((count % 4) * 15).padStart(2, "0")}`;
  });
  const times = fc.uniqueArray(fc.record({ opens: quarter, closes: quarter }), {
    maxLength: 3,
    selector: ({ opens }) => opens,
  });
  fc.assert(
    fc.property(times, (day) => {
      const sorted = day.toSorted((left, right) => (left.opens < right.opens ? -1 : 1));
      expect(parseOpenTimes(openTimesText(day))).toEqual({ ok: true, value: sorted });
    }),
    { numRuns: 50 },
  );
});

describe("a week of hours", () => {
  const week = (hours: Record<string, string>) =>
    OpeningHoursChange.safeParse({ ...Object.fromEntries(weekdays.map((day) => [day, ""])), ...hours });

  test("is kept as settings hold it, and a week without any is none", () => {
    const { data } = week({ monday: "9-18" });
    expect(OpeningHours.parse(data).monday).toEqual([{ opens: "09:00", closes: "18:00" }]);
    expect(data?.sunday).toEqual([]);
    expect(week({}).data).toBeNull();
  });

  test("names the day that is not understood", () => {
    expect(week({ friday: "noon" }).error?.issues).toMatchObject([{ path: ["friday"] }]);
    expect(week({ friday: "1-2,3-4,5-6,7-8" }).error?.issues[0]?.message).toContain("three");
  });
});
