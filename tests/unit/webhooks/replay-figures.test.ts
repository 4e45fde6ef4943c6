import { expect, test } from "vitest";
import { replayFigures } from "#lib/webhooks/replay-figures.ts";

const requestedAt = new Date("2026-03-01T12:00:00Z");
const later = (seconds: number) => new Date(requestedAt.getTime() + seconds * 1_000);
const replay = {
  status: "running" as const,
  planned: 100,
  started: 60,
  processed: 45,
  failed: 5,
  requestedAt,
  finishedAt: null,
};

test("a running replay is reckoned against what was planned, with what it will still take", () => {
  expect(replayFigures(replay, later(10))).toEqual({
    ran: 50,
    total: 100,
    share: 0.5,
    perSecond: 5,
    tookMs: 10_000,
    leftMs: 10_000,
    waiting: 10,
  });
});

test("more than was planned is still no more than all", () => {
  expect(replayFigures({ ...replay, planned: 20, started: 60 }, later(10))).toMatchObject({ total: 60 });
});

test("a finished one is reckoned against what it ran, over the time it took", () => {
  const done = { ...replay, status: "done" as const, started: 50, finishedAt: later(25) };
  expect(replayFigures(done, later(9_999))).toMatchObject({
    share: 1,
    perSecond: 2,
    leftMs: null,
    waiting: 0,
  });
});

test("a cancelled one is reckoned against what was planned, and has no time left", () => {
  const cancelled = { ...replay, status: "cancelled" as const, finishedAt: later(10) };
  expect(replayFigures(cancelled, later(9_999))).toMatchObject({ total: 100, share: 0.5, leftMs: null });
});

test("one that found nothing to run is complete, and at its very start it promises no end", () => {
  const none = { ...replay, planned: 3, started: 0, processed: 0, failed: 0 };
  expect(replayFigures({ ...none, status: "done", finishedAt: requestedAt })).toMatchObject({
    share: 1,
    ran: 0,
  });
  expect(replayFigures(none, requestedAt)).toMatchObject({ share: 0, leftMs: null });
});
