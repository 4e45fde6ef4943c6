import { expect, test } from "vitest";
import { lengthWords, meetingLength } from "#components/meetings/length-words.ts";
import { meetingClock } from "#components/meetings/meeting-clock.ts";

const rome = meetingClock("Europe/Rome");
const now = new Date("2026-03-28T23:30:00Z");

test("days are those of the organization, through a change of the clocks", () => {
  expect(rome.timeOf(now)).toBe("00:30");
  expect(rome.dayWords(now, now)).toBe("Today");
  // Its 29 March has 23 hours.
  expect(rome.dayWords(new Date("2026-03-29T21:59:00Z"), now)).toBe("Today");
  expect(rome.dayWords(new Date("2026-03-29T22:00:00Z"), now)).toBe("Tomorrow");
  expect(rome.dayWords(new Date("2026-03-28T22:00:00Z"), now)).toBe("Yesterday");
  expect(rome.dayWords(new Date("2026-11-23T09:00:00Z"), now)).toBe("Monday 23 November");
  expect(rome.dayWords(new Date("2027-01-04T09:00:00Z"), now)).toBe("Monday 4 January 2027");
});

test("a length is told in hours and minutes, what it took before what was planned", () => {
  expect([0.2, 45, 60, 90].map(lengthWords)).toEqual(["1 min", "45 min", "1 h", "1 h 30 min"]);
  const startsAt = now;
  const endsAt = new Date(now.getTime() + 33 * 60_000);
  expect(meetingLength({ startsAt, endsAt, durationMinutes: 30 })).toBe("33 min");
  expect(meetingLength({ startsAt, endsAt: null, durationMinutes: 30 })).toBe("30 min");
  expect(meetingLength({ startsAt, endsAt: null, durationMinutes: null })).toBeNull();
});
