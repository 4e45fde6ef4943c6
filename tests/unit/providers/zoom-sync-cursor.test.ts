import { expect, test } from "vitest";
import { zoomCursor } from "#lib/providers/zoom/sync-cursor.ts";

const begun = (kind: "first" | "whole" | "recent", now: string) =>
  zoomCursor({ kind, now: new Date(now), cursor: null, timeZone: "UTC", refused: [], competitors: [] });

test.each([
  ["first", "2026-08-24T00:00:00.000Z"],
  ["whole", "2026-08-24T00:00:00.000Z"],
  ["recent", "2026-11-21T00:00:00.000Z"],
] as const)(
  "a %s reading begins with a day, so that a meeting's recording is never all there is of it",
  (kind, since) => {
    expect(begun(kind, "2026-11-22T08:16:40Z")).toMatchObject({ since, recordingsTo: since, part: "plans" });
  },
);
