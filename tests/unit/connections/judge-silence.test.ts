import { expect, test } from "vitest";
import { judgeSilence } from "#lib/connections/judge-silence.ts";

const now = new Date("2026-11-21T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60_000);
/** Something every so many hours for two weeks, until so many hours ago. */
const every = (gap: number, until: number) =>
  Array.from({ length: Math.floor((14 * 24) / gap) }, (_, index) =>
    hoursAgo(until + index * gap),
  ).toReversed();

test.each([
  ["an hour after the last of many", every(1, 1), 1, false],
  ["23 hours after, where something came every hour", every(1, 23), 23, false],
  ["25 hours after, where something came every hour", every(1, 25), 25, true],
  ["two days after, where something came every day", every(24, 48), 48, false],
  ["four days after, where something came every day", every(24, 96), 96, true],
  ["a month after, where hardly anything ever came", [hoursAgo(670), hoursAgo(660)], 660, false],
  [
    "two days after the first morning",
    [50, 51, 52, 53, 54, 55, 56, 57, 58].map(hoursAgo).toReversed(),
    50,
    false,
  ],
  ["where nothing was seen", [], 700, false],
])("silence %s", (_, hours, last, isUnusual) => {
  expect(judgeSilence(hours, hoursAgo(last), now).isUnusual).toBe(isUnusual);
});
