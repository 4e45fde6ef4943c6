import { expect, test } from "vitest";
import { readCursor, type SyncCursor } from "#lib/providers/meta/sync-cursor.ts";
import { onward, stopAt, syncPlan } from "#lib/providers/meta/sync-plan.ts";
import type { SyncRequest } from "#lib/providers/synchronization.ts";

const now = new Date("2026-11-21T10:00:00.700Z");
const request = (more: Partial<SyncRequest> = {}): SyncRequest => ({
  kind: "first",
  cursor: null,
  timeZone: "UTC",
  now,
  refused: [],
  competitors: [],
  ...more,
});
const competitor = (handle: string) => ({ provider: "instagram" as const, handle });

test("a first run reads ninety days without a gap, the newest first", () => {
  const plan = syncPlan(request(), now.toISOString(), { stories: true });
  const spans = plan.flatMap((stop) => (stop.part === "content" ? [stop.span] : []));

  expect(plan.map(({ part }) => part)).toEqual([
    ...["content", "content", "content"],
    "stories",
    ...["figures", "figures", "figures"],
  ]);
  expect(spans.map(({ from }) => from)).toEqual([
    ...spans.slice(1).map(({ to }) => to),
    new Date("2026-08-23T10:00:00Z"),
  ]);
  expect(spans[0]?.to).toEqual(new Date("2026-11-21T10:00:00Z"));
  expect(plan[0]?.doing).toBe("Reading posts from 22 Oct to 21 Nov");
});

test("it goes on where it was, in the windows it began with, also a day later", () => {
  const first = readCursor(request());
  const plan = syncPlan(request(), first.startedAt, { stories: false });
  const { next, progress } = onward(plan, first, null);
  expect(progress).toEqual({ done: 1, total: 6, doing: "Reading posts from 22 Sept to 22 Oct" });

  const later = readCursor(request({ cursor: next, now: new Date("2026-11-22T10:00:00Z") }));
  expect(stopAt(syncPlan(request(), later.startedAt, { stories: false }), later)).toMatchObject({
    part: "content",
    window: 1,
    span: { to: new Date("2026-10-22T10:00:00Z") },
  });
});

test("competitors come one by one in their order, and one that is removed is passed over", () => {
  const competitors = ["c", "a", "b"].map(competitor);
  const plan = syncPlan(request({ kind: "recent", competitors }), now.toISOString(), { stories: false });
  const figures: SyncCursor = { ...readCursor(request()), part: "figures" };
  const { next } = onward(plan, figures, null);
  expect(next).toMatchObject({ part: "competitors", competitor: "instagram/a" });

  const cursor = readCursor(request({ cursor: next }));
  const shorter = syncPlan(request({ kind: "recent", competitors: [competitor("b")] }), now.toISOString(), {
    stories: false,
  });
  expect(stopAt(shorter, cursor)).toMatchObject({ competitor: { handle: "b" } });
  expect(onward(shorter, cursor, null)).toMatchObject({ next: null, progress: { done: 3, total: 3 } });
});

test("a cursor nobody can read begins anew", () => {
  expect(readCursor(request({ cursor: { page: 7 } }))).toEqual(readCursor(request()));
});
