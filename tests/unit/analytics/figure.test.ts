import { expect, test } from "vitest";
import { type Days, figureOf } from "#lib/analytics/figure.ts";

const account = (connectionId: string, beforeDays: Days, days: Days, isGone = false) => ({
  connectionId,
  isGone,
  days,
  beforeDays,
  isRedefined: false,
});

test("days are added, and a day nobody told of stays a gap", () => {
  const figure = figureOf(
    "views",
    [account("a", [1, 2, 3], [10, null, 30]), account("b", [1, 1, 1], [5, null, null])],
    3,
  );

  expect(figure).toMatchObject({ days: [15, null, 30], total: 45, before: 9, told: [2, 0, 1] });
});

test("what only one of two periods knows is left out of the comparison", () => {
  const figure = figureOf("views", [account("a", [100, 100, 100], [110, 110, null])], 3);

  expect(figure.compared).toEqual({ now: 220, before: 200, days: 2, isPartial: true });
  expect(figure.change).toBeCloseTo(0.1);
});

test("nothing known before is no comparison, and a rise from nothing is no share", () => {
  expect(figureOf("likes", [account("a", [null, null], [1, 2])], 2)).toMatchObject({
    before: null,
    compared: null,
    change: null,
  });
  expect(figureOf("likes", [account("a", [0, 0], [1, 2])], 2)).toMatchObject({ total: 3, change: null });
});

test("followers are the latest known of each account, never added up over days", () => {
  const figure = figureOf(
    "followers",
    [account("a", [100, 101], [102, null]), account("b", [50, 50], [50, 55])],
    2,
  );

  expect(figure).toMatchObject({ total: 157, before: 151 });
  expect(figure.change).toBeCloseTo(157 / 151 - 1);
});

test("an account silent between two days breaks the line of followers instead of bending it", () => {
  const figure = figureOf(
    "followers",
    [account("a", [1, 1, 1], [100, null, 102]), account("b", [1, 1, 1], [50, 51, 52])],
    3,
  );
  expect(figure.days).toEqual([150, null, 154]);
});

test("an account that is new does not make followers rise", () => {
  const figure = figureOf(
    "followers",
    [account("a", [100, 100], [100, 110]), account("b", [null, null], [null, 900])],
    2,
  );
  expect(figure).toMatchObject({
    total: 1010,
    compared: { now: 110, before: 100, isPartial: true },
  });
  expect(figure.change).toBeCloseTo(0.1);
});

test("an account that was disconnected has no followers now, but keeps the views it had", () => {
  const days = account("a", [10, 10], [20, null], true);
  expect(figureOf("followers", [days], 2)).toMatchObject({ days: [20, null], total: null, compared: null });
  expect(figureOf("views", [days], 2)).toMatchObject({ total: 20 });
});
