import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { coalesced } from "#lib/live/coalesced.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("a lone notice is said at once, and once", () => {
  const said: string[] = [];
  coalesced((text: string) => said.push(text), 250)("a");
  expect(said).toEqual(["a"]);
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(["a"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("what repeats in the quiet time is said once more at its end, and what differs at once", () => {
  const said: string[] = [];
  const hear = coalesced((text: string) => said.push(text), 250);
  hear("a");
  hear("a");
  hear("b");
  hear("a");
  expect(said).toEqual(["a", "b"]);
  vi.advanceTimersByTime(25);
  expect(said).toEqual(["a", "b", "a"]);
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(["a", "b", "a"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a flood of one notice is four a second, and the last of it is never lost", () => {
  let said = 0;
  const hear = coalesced(() => {
    said += 1;
  }, 250);
  for (let at = 0; at < 10_000; at += 5) {
    hear("a");
    vi.advanceTimersByTime(5);
  }
  expect(said).toBeGreaterThanOrEqual(40);
  expect(said).toBeLessThanOrEqual(42);

  const before = said;
  hear("a");
  vi.advanceTimersByTime(250);
  expect(said).toBe(before + 1);
});

test("however notices are spaced, they are said a few times a second, and the last of them is", () => {
  const spacing = fc.oneof(fc.nat(30), fc.nat(300), fc.nat(1_000));
  fc.assert(
    fc.property(fc.array(spacing, { minLength: 1, maxLength: 60 }), (gaps) => {
      const said: number[] = [];
      const hear = coalesced(() => said.push(Date.now()), 250);
      for (const gap of gaps) {
        vi.advanceTimersByTime(gap);
        hear("a");
      }
      const last = Date.now();
      vi.advanceTimersByTime(2_000);

      expect(said.at(-1)).toBeGreaterThanOrEqual(last);
      expect(said.at(-1)).toBeLessThanOrEqual(last + 250);
      for (const [first, from] of said.entries()) {
        for (const [further, to] of said.slice(first).entries()) {
          expect(further + 1).toBeLessThanOrEqual(2 + (to - from) / 250);
        }
      }
      expect(vi.getTimerCount()).toBe(0);
    }),
  );
});
