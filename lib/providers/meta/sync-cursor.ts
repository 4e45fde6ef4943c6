import { z } from "zod";
import type { SyncRequest } from "../synchronization.ts";

export const SyncCursor = z.object({
  /** When the run began: windows of time are counted from it, also after a pause of a day. */
  startedAt: z.iso.datetime(),
  part: z.enum(["content", "stories", "figures", "competitors"]),
  window: z.int().nonnegative(),
  /** Where the list goes on, how much of it is asked at once, and when the last post read was published. */
  after: z.string().nullable(),
  limit: z.int().positive(),
  lastAt: z.iso.datetime().nullable(),
  seen: z.int().nonnegative(),
  /** The competitor read last, as its platform and handle. */
  competitor: z.string().nullable(),
});
export type SyncCursor = z.output<typeof SyncCursor>;

/** Posts of a page, each of which costs a call for its figures. */
const pageOfPosts = 25;

/** Where this step is to begin. A cursor nobody can read any more begins anew, which costs calls and loses nothing. */
export function readCursor({ cursor, now }: SyncRequest): SyncCursor {
  return SyncCursor.safeParse(cursor).data ?? startOf("content", now.toISOString());
}

/** The beginning of a part of a run. */
export function startOf(part: SyncCursor["part"], startedAt: string, window = 0): SyncCursor {
  return {
    startedAt,
    part,
    window,
    after: null,
    limit: pageOfPosts,
    lastAt: null,
    seen: 0,
    competitor: null,
  };
}
