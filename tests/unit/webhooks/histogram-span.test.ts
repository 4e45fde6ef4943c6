import { expect, test } from "vitest";
import { histogramSpan, inHours } from "#lib/webhooks/histogram-span.ts";
import { searchDays } from "#lib/webhooks/search-days.ts";

const now = new Date("2026-11-21T12:34:56Z");
const minute = 60_000;
const hour = 60 * minute;

test("a span is drawn in whole bars that are the wider the longer it is", () => {
  expect(histogramSpan({}, now)).toEqual({
    from: new Date("2026-11-20T12:00:00Z"),
    to: new Date("2026-11-21T13:00:00Z"),
    barMs: hour,
  });
  expect(histogramSpan({ range: "1h" }, now)).toEqual({
    from: new Date("2026-11-21T11:34:00Z"),
    to: new Date("2026-11-21T12:35:00Z"),
    barMs: minute,
  });
  expect(histogramSpan({ from: "2026-11-21T09:40:00.000Z" }, now).barMs).toBe(5 * minute);
  expect(histogramSpan({ range: "7d" }, now).barMs).toBe(6 * hour);
  expect(histogramSpan({ range: "30d" }, now).barMs).toBe(24 * hour);
});

test("a span ends now at the latest, and is no longer than events are kept", () => {
  expect(histogramSpan({ to: "2026-12-24T00:00:00.000Z" }, now).to).toEqual(new Date("2026-11-21T13:00:00Z"));
  expect(histogramSpan({ from: "2001-01-01T00:00:00.000Z" }, now).from).toEqual(
    new Date("2025-10-17T00:00:00Z"),
  );
  const moment = { from: "2026-11-21T10:00:00.000Z", to: "2026-11-21T10:00:00.000Z" };
  expect(histogramSpan(moment, now).to).toEqual(new Date("2026-11-21T10:01:00Z"));
});

test("in hours, a span keeps all it held", () => {
  expect(inHours(histogramSpan({ range: "1h" }, now))).toEqual({
    from: new Date("2026-11-21T11:00:00Z"),
    to: new Date("2026-11-21T13:00:00Z"),
    barMs: hour,
  });
});

test("a search names each day it touches, in UTC", () => {
  expect(searchDays("o", new Date("2026-10-30T23:59:59Z"), new Date("2026-11-01T00:00:00Z"))).toEqual([
    "@o/20261030",
    "@o/20261031",
    "@o/20261101",
  ]);
});
