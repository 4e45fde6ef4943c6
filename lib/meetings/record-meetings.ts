import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { SyncStep } from "#lib/providers/synchronization.ts";
import { callOffOthers } from "./call-off-others.ts";
import { recordMeeting } from "./record-meeting.ts";

type Place = { connectionId: string; organizationId: string };

/**
 * Writes down what was told of an account's meetings, one writer at a time. Twice is as once: what is known already is not
 * written again. Returns how many changed, and how many of those are no longer planned.
 */
export async function recordMeetings(
  tx: Transaction,
  { connectionId, organizationId }: Place,
  { meetings = [], meetingsCover }: Pick<SyncStep, "meetings" | "meetingsCover">,
): Promise<{ changed: number; removed: number }> {
  if (meetings.length === 0 && !meetingsCover) return { changed: 0, removed: 0 };

  const place = { connectionId, organizationId };
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`zoom-meetings:${connectionId}`}, 0))`,
  );
  let changed = 0;
  for (const news of meetings) if (await recordMeeting(tx, place, news)) changed += 1;
  const removed = meetingsCover ? await callOffOthers(tx, place, meetings, meetingsCover) : 0;

  if (changed + removed > 0) await notifyOrganization(tx, organizationId, "meetings");
  return { changed: changed + removed, removed };
}
