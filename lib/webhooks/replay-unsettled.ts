import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import { receivedAtOf } from "./event-identity.ts";

/**
 * How many of a replay's events no worker has tried yet, counted to a limit, and the first of them. Those parked or
 * disconnected meanwhile hold up nothing. `since` spares looking at what is known to be settled.
 */
export async function replayUnsettled(
  replay: { id: string; organizationId: string; requestedAt: Date },
  since: string | undefined,
  limit: number,
): Promise<{ count: number; first: string | undefined }> {
  const from = since && sql`${receivedAtOf(since).toISOString()}::timestamptz`;
  const unknown = from
    ? sql`and e.received_at >= ${from} and (e.received_at, e.id) >= (${from}, ${since}::uuid)`
    : sql``;
  // Connection by connection, as the index of what is due has them.
  const [row] = await asSystem((tx) =>
    tx.execute<{ count: number; first: string | null }>(sql`
      select count(*)::int as count, (array_agg(unsettled.id order by unsettled.received_at, unsettled.id))[1] as first
      from connections c cross join lateral (
        select e.id, e.received_at from webhook_events e
        where e.connection_id = c.id and e.status = 'pending' and e.next_attempt_at is null
          and e.replay_id = ${replay.id} and e.received_at <= ${replay.requestedAt.toISOString()} ${unknown}
        order by e.received_at, e.id limit ${limit}::int) as unsettled
      where c.organization_id = ${replay.organizationId} and c.status <> 'disconnected'`),
  );
  return { count: row?.count ?? 0, first: row?.first ?? undefined };
}
