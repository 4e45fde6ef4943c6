import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { MeetingNews } from "#lib/providers/synchronization.ts";

/**
 * Marks as deleted what is stored as planned after a moment and is not among the meetings the platform lists. What was told
 * since the list was asked for stays. Returns how many.
 */
export async function callOffOthers(
  tx: Transaction,
  { connectionId }: { connectionId: string },
  listed: readonly MeetingNews[],
  { after, toldAt }: { after: Date; toldAt: Date },
): Promise<number> {
  const known = listed.map(({ uuid, occurrenceId = "" }) => ({ uuid, occurrence_id: occurrenceId }));
  const gone = await tx.execute(sql`
    update zoom_meetings m set status = 'deleted', told_at = ${toldAt.toISOString()}::timestamptz
    where m.connection_id = ${connectionId}::uuid and m.status = 'scheduled'
      and m.starts_at > ${after.toISOString()}::timestamptz and m.told_at <= ${toldAt.toISOString()}::timestamptz
      and not exists (
        select 1 from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as k (uuid text, occurrence_id text)
        where k.uuid = m.uuid and k.occurrence_id = m.occurrence_id)
    returning m.id`);
  return gone.length;
}
