import { z } from "zod";
import type { SyncRequest } from "../synchronization.ts";

const day = 86_400_000;
const daysBack = { first: 90, whole: 90, recent: 1.1 };

const Cursor = z.object({
  part: z.enum(["plans", "recordings", "held", "courses"]),
  since: z.iso.datetime(),
  /** Up to when recordings are read, from `since`; each step reads a month. */
  recordingsTo: z.iso.datetime(),
  /** When recordings were read, and which instances have one; null where they cannot be read. */
  recordedAt: z.iso.datetime(),
  recorded: z.array(z.string()).nullable(),
  /** Instances that took place and are yet to be read. */
  queue: z.array(z.string()),
  done: z.number(),
});

export type ZoomCursor = z.infer<typeof Cursor>;

/** Where the reading of an account's meetings stands; at its beginning where nothing says. */
export function zoomCursor({ cursor, kind, now }: SyncRequest): ZoomCursor {
  const known = Cursor.safeParse(cursor);
  if (known.success) return known.data;

  // From the start of that day, since recordings are listed by days: of its meetings all is read, or nothing.
  const since = new Date(Math.floor((now.getTime() - daysBack[kind] * day) / day) * day).toISOString();
  return {
    ...{ part: "plans", since, recordingsTo: since, recordedAt: now.toISOString(), recorded: [] },
    ...{ queue: [], done: 0 },
  };
}
