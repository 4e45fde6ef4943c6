import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { zoomMeetings } from "#drizzle/schema/meetings.ts";

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** The place of a meeting in a list that is ordered by when they start, for an address. */
export function meetingCursor({ id, startsAt }: { id: string; startsAt: Date | null }): string {
  return `${startsAt?.toISOString() ?? ""}~${id}`;
}

/** What comes after that place, upwards or downwards in time; everything where the place cannot be read. */
export function beyondCursor(cursor: string | undefined, direction: "earlier" | "later"): SQL | undefined {
  const place = Cursor.safeParse(cursor?.split("~")).data;
  if (!place) return undefined;

  const [startsAt, id] = place;
  const here = sql`(${startsAt}::timestamptz, ${id}::uuid)`;
  const row = sql`(${zoomMeetings.startsAt}, ${zoomMeetings.id})`;
  return direction === "earlier" ? sql`${row} < ${here}` : sql`${row} > ${here}`;
}
