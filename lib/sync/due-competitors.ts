import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { SyncRequest } from "#lib/providers/synchronization.ts";
import type { ClaimedRun } from "./claim-run.ts";

type Watched = SyncRequest["competitors"][number];

/**
 * The competitors a run reads: those not read for most of a day. The same ones at each of its steps, in the same order, so
 * that a cursor may count them.
 */
export async function dueCompetitors(tx: Transaction, run: ClaimedRun): Promise<Watched[]> {
  const rows = await tx.execute<Watched>(sql`
    select provider, handle from competitors
    join sync_runs run on run.id = ${run.id}::uuid and run.connection_id = competitors.connection_id
    where created_at <= run.started_at
      and (last_synced_at is null or last_synced_at >= run.started_at
        or last_synced_at < run.started_at - interval '20 hours')
    order by provider, handle`);
  return rows.map(({ provider, handle }) => ({ provider, handle }));
}
