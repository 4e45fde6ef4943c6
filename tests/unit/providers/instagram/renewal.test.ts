import fc from "fast-check";
import { expect, test } from "vitest";
import { instagramRenewal } from "#lib/providers/instagram/renewal.ts";

const savedAt = new Date("2026-11-21T08:00:00Z");
const day = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(savedAt.getTime() + days * day);
const due = (accessExpiresAt: Date | null) =>
  instagramRenewal.dueAt({ savedAt, accessExpiresAt, refreshExpiresAt: null });

test.each([
  ["a token of sixty days is renewed at a week's age", inDays(60), inDays(7)],
  ["one whose end is unknown as well", null, inDays(7)],
  ["one that ends in 33 days a month before its end", inDays(33), inDays(3)],
  ["one that ends in less than a month after its first day", inDays(10), inDays(1)],
  ["one that ends within its first day can only be tried then", inDays(0.5), inDays(1)],
])("%s", (_name, expiry, expected) => {
  expect(due(expiry)).toEqual(expected);
});

test("it is never due in the first day, nor after both a week and the last month have begun", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 90, noNaN: true }), (days) => {
      const at = due(inDays(days))?.getTime() ?? 0;
      expect(at).toBeGreaterThanOrEqual(inDays(1).getTime());
      expect(at).toBeLessThanOrEqual(inDays(7).getTime());
    }),
  );
});
