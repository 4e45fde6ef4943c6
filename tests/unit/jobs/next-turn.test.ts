import { expect, test } from "vitest";
import { nextTurn } from "#lib/jobs/next-turn.ts";
import { schedule } from "#lib/jobs/schedule.ts";

test.each([
  ["* * * * *", "2026-03-28T10:30:59.999Z", "2026-03-28T10:30:00.000Z"],
  ["7 * * * *", "2026-03-28T10:07:30.000Z", "2026-03-28T10:07:00.000Z"],
  ["7 * * * *", "2026-12-31T23:08:00.000Z", "2027-01-01T00:07:00.000Z"],
  ["23 4 * * *", "2026-03-28T04:24:00.000Z", "2026-03-29T04:23:00.000Z"],
  ["0 0 * * 0", "2026-03-28T12:00:00.000Z", "2026-03-29T00:00:00.000Z"],
])("%s seen from %s comes next at %s", (match, now, turn) => {
  expect(nextTurn({ task: "a", match }, new Date(now)).toISOString()).toBe(turn);
});

test("everything on the schedule has a turn within a day", () => {
  const now = new Date();
  for (const item of schedule) expect(nextTurn(item, now).getTime() - now.getTime()).toBeLessThan(86_400_000);
});
