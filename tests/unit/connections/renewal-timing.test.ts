import { describe, expect, test } from "vitest";
import { hasEnded, renewalRetryAt, renewalTime } from "#lib/connections/renewal-timing.ts";
import { instagram } from "#lib/providers/instagram/instagram.ts";
import { zoom } from "#lib/providers/zoom/zoom.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const savedAt = new Date("2026-11-01T00:00:00Z");
const later = (ms: number) => new Date(savedAt.getTime() + ms);

describe("when access is renewed", () => {
  test.each([
    ["an hour's access, at the earliest", zoom, hour, 0, 55 * minute],
    ["an hour's access, at the latest", zoom, hour, 1, 57.5 * minute],
    ["sixty days' access, at the earliest", instagram, 60 * day, 0, 7 * day],
    ["sixty days' access, at the latest", instagram, 60 * day, 1, 7 * day + 6 * hour],
  ])("%s", (_, { renewal }, lifeMs, random, expected) => {
    const life = { savedAt, accessExpiresAt: later(lifeMs), refreshExpiresAt: null };
    expect(renewalTime(renewal, life, random)).toEqual(later(expected));
  });

  test("never, where a platform's access is not renewed", () => {
    const life = { savedAt, accessExpiresAt: later(hour), refreshExpiresAt: null };
    expect(renewalTime(null, life)).toBeNull();
  });
});

describe("when a failed renewal is tried again", () => {
  test.each([
    [1, null, 30_000],
    [2, null, minute],
    [5, null, 8 * minute],
    [30, null, 6 * hour],
    [1, 3_600, hour],
    [30, 60, 6 * hour],
  ])("after %d failures, asked to wait %s seconds", (failures, retryAfterSeconds, expected) => {
    const life = { savedAt, accessExpiresAt: later(day), refreshExpiresAt: null };
    expect(renewalRetryAt({ failures, retryAfterSeconds, life }, savedAt, 0.5)).toEqual(later(expected));
  });
});

test("once the access has ended, it is tried again every few minutes", () => {
  const life = { savedAt, accessExpiresAt: later(-minute), refreshExpiresAt: later(90 * day) };
  const at = renewalRetryAt({ failures: 30, retryAfterSeconds: null, life }, savedAt, 0.5);
  expect(at).toEqual(later(10 * minute));
});

test.each([
  ["access without anything to renew it with, once it is over", hour, null, true],
  ["access that something renews", hour, 90 * day, false],
  ["access that never ends", null, null, false],
  ["what renews it, once that is over too", -day, -minute, true],
])("%s", (_, access, refresh, expected) => {
  const at = (ms: number | null) => (ms === null ? null : later(ms));
  const life = { savedAt, accessExpiresAt: at(access), refreshExpiresAt: at(refresh) };
  expect(hasEnded(life, later(2 * hour))).toBe(expected);
});
