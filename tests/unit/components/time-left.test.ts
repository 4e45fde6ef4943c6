import { expect, test } from "vitest";
import { timeLeft } from "#components/events/time-left.ts";

test.each([
  [0, "5 s"],
  [12_300, "15 s"],
  [56_000, "1 min"],
  [58_200, "1 min"],
  [200_000, "3 min"],
  [7_000_000, "2 h"],
])("%i ms ahead are about %s", (milliseconds, words) => {
  expect(timeLeft(milliseconds)).toBe(words);
});
