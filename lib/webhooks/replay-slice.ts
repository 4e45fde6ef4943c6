import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asUser } from "#lib/db/as-user.ts";
import { sqlState } from "#lib/db/sql-state.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { type ReplayFate, replayFate } from "./replay-fate.ts";

const queryCanceled = "57014";

type SliceOptions = { otherReplays: string[]; limit: number; milliseconds: number };
type Counted = { fate: ReplayFate; replayId: string | null; count: number; last: string };

/** How many of the first selected events meet which fate, and the last of them; null when there was not time enough. */
export async function replaySlice(
  member: Member,
  selected: SQL | undefined,
  { otherReplays, limit, milliseconds }: SliceOptions,
): Promise<Counted[] | null> {
  try {
    return await asUser(member, async (tx) => {
      const atMost = `${Math.max(1, Math.ceil(milliseconds))}ms`;
      await tx.execute(sql`select set_config('statement_timeout', ${atMost}, true)`);
      const rows = await tx.execute<Counted>(sql`
        with slice as materialized (
          select ${webhookEvents.id}, ${webhookEvents.receivedAt}, ${replayFate(otherReplays)} as fate,
            ${webhookEvents.replayId}
          from ${webhookEvents} left join ${connections} on ${connections.id} = ${webhookEvents.connectionId}
          where ${selected}
          order by ${webhookEvents.receivedAt}, ${webhookEvents.id} limit ${limit}::int)
        select fate, case when fate = 'taken' then replay_id end as "replayId", count(*)::int as count,
          (select id from slice order by received_at desc, id desc limit 1) as last
        from slice group by 1, 2`);
      return [...rows];
    });
  } catch (error) {
    if (sqlState(error) === queryCanceled) return null;
    throw error;
  }
}
