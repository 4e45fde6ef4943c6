import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { ClaimedRun } from "./claim-run.ts";
import { enqueueSync } from "./enqueue-sync.ts";

/** Competitors that someone began to watch while the run was under way are not among those it reads: another one follows. */
export async function followNewcomers(tx: Transaction, run: ClaimedRun): Promise<void> {
  const newcomers = await tx.execute(sql`
    select from competitors
    join sync_runs run on run.id = ${run.id}::uuid and run.connection_id = competitors.connection_id
    where created_at > run.started_at and last_synced_at is null
    limit 1`);
  if (newcomers.length > 0) await enqueueSync(tx, run.connectionId, { cause: "person" });
}
