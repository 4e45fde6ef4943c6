import { expect, test } from "vitest";
import { barsSpan, barWords } from "#components/events/histogram-bars.ts";
import { spanWords } from "#components/events/span-words.ts";
import { zoomHref } from "#components/events/zoom-href.ts";

const none = { processed: 0, failed: 0, dead: 0, ignored: 0, pending: 0 };
const chart = {
  from: "2026-11-20T10:20:00.000Z",
  to: "2026-11-20T13:05:00.000Z",
  barMs: 3_600_000,
  bars: ["10", "11", "12", "13"].map((hour) => ({ at: `2026-11-20T${hour}:00:00.000Z`, ...none })),
};

test("a run of bars is the time it covers, whichever way it was drawn, and no more than the chart shows", () => {
  expect(barsSpan(chart, 1, 1)).toEqual({ from: "2026-11-20T11:00:00.000Z", to: "2026-11-20T12:00:00.000Z" });
  expect(barsSpan(chart, 3, 0)).toEqual({ from: chart.from, to: chart.to });
  expect(barsSpan(chart, 1, 2)).toEqual(barsSpan(chart, 2, 1));
});

test("a bar says what became of its events, what went well first", () => {
  expect(barWords({ ...none, dead: 1, pending: 2, processed: 1200 })).toBe(
    "1,200 processed, 1 dead, 2 waiting",
  );
  expect(barWords(none)).toBe("no events");
});

test("a stretch of time says its day once, and seconds only where minutes say nothing", () => {
  const words = (from?: string, to?: string) =>
    spanWords(from, to, { locale: "en", timeZone: "Europe/Rome" }).replaceAll(/\s+/g, " ");

  expect(words("2026-11-20T11:00:00Z", "2026-11-20T12:00:00Z")).toBe("Nov 20, 12:00 – 13:00");
  expect(words("2026-11-20T22:30:00Z", "2026-11-20T23:30:00Z")).toBe("Nov 20, 23:30 – Nov 21, 00:30");
  expect(words("2026-11-20T11:00:00Z", "2026-11-20T11:00:30Z")).toBe("Nov 20, 12:00:00 – 12:00:30");
  expect(words("2026-11-20T11:00:00Z")).toBe("since Nov 20, 12:00");
  expect(words(undefined, "2026-11-20T11:00:00Z")).toBe("until Nov 20, 12:00");
  expect(spanWords("2026-11-20T11:00:00.000Z", "2026-11-20T12:00:00.000Z", null)).toBe(
    "2026-11-20 11:00 – 2026-11-20 12:00 UTC",
  );
});

test("zooming keeps what else is filtered", () => {
  const between = { here: "/o/acme/events", query: "status=dead&q=ana+%26+ben" };
  expect(zoomHref(between, chart.from, chart.to)).toBe(
    "/o/acme/events?status=dead&q=ana+%26+ben&from=2026-11-20T10%3A20%3A00.000Z&to=2026-11-20T13%3A05%3A00.000Z",
  );
});
