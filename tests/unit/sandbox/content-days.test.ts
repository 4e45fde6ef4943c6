import { expect, test } from "vitest";
import { chance } from "../../../sandbox/content/chance.ts";
import { dateOf, dayAt, dayMs, parseDay, startOfDay } from "../../../sandbox/content/days.ts";

test("a day begins at midnight of its zone, on the days the clocks change too", () => {
  const begins = (date: string, timeZone: string) =>
    new Date(startOfDay(parseDay(date), timeZone)).toISOString().slice(0, 16);

  expect(begins("2026-10-31", "America/Los_Angeles")).toBe("2026-10-31T07:00");
  expect(begins("2026-11-01", "America/Los_Angeles")).toBe("2026-11-01T07:00");
  expect(begins("2026-11-02", "America/Los_Angeles")).toBe("2026-11-02T08:00");
  expect(begins("2026-03-29", "Europe/Helsinki")).toBe("2026-03-28T22:00");
  expect(begins("2026-03-30", "Europe/Helsinki")).toBe("2026-03-29T21:00");
  expect(begins("2026-06-01", "Asia/Kolkata")).toBe("2026-05-31T18:30");
});

test("every moment is in the day that its zone says", () => {
  for (const timeZone of ["Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu", "UTC"]) {
    for (let hour = 0; hour < 400; hour += 7) {
      const at = Date.parse("2026-03-20T00:30:00Z") + (hour * dayMs) / 24;
      const local = new Date(at).toLocaleDateString("sv-SE", { timeZone });
      expect(dateOf(dayAt(at, timeZone))).toBe(local);
      expect(startOfDay(dayAt(at, timeZone), timeZone)).toBeLessThanOrEqual(at);
    }
  }
});

test("chance belongs to its words and is spread evenly", () => {
  const all = Array.from({ length: 2_000 }, (_, index) => chance("account", "metric", index));
  expect(chance("account", "metric", 7)).toBe(all[7]);
  expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeCloseTo(0.5, 1);
  expect(all.filter((one) => one < 0.1).length).toBeGreaterThan(140);
});
