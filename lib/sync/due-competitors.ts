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
  const began = run.startedAt.toISOString();
  const rows = await tx.execute<Watched>(sql`
    select provider, handle from competitors
    where connection_id = ${run.connectionId}::uuid and created_at <= ${began}::timestamptz
      and (last_synced_at is null or last_synced_at >= ${began}::timestamptz
        or last_synced_at < ${began}::timestamptz - interval '20 hours')
    order by provider, handle`);
  return rows.map(({ provider, handle }) => ({ provider, handle }));
}
