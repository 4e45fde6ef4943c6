import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { enqueueStatement } from "#lib/jobs/enqueue-statement.ts";
import { providers } from "#lib/providers/registry.ts";
import { syncKey } from "./enqueue-sync.ts";

/** Spread over the minute until the next look. */
const spreadMs = 55_000;
/** What a look queues at most; the rest is found by the next one. */
const most = 2_000;

/**
 * Finds the connections whose turn it is, those nobody ever read, and runs whose worker died, and queues each. What it
 * queued is left alone for a while: a run says itself when the next is due.
 */
export async function syncDue(): Promise<void> {
  await asSystem(async (tx) => {
    await endDisconnected(tx);
    const ids = [...(await abandoned(tx)), ...(await due(tx)), ...(await unread(tx))];
    if (ids.length === 0) return;
    const jobs = [...new Set(ids)].map((connectionId) => ({
      payload: { connectionId, cause: "schedule" as const, attempt: 0 },
      key: syncKey(connectionId),
      runAt: new Date(Date.now() + Math.random() * spreadMs),
    }));
    await tx.execute(enqueueStatement("connection.sync", jobs));
  });
}

type Found = { id: string };
const idsOf = (rows: Found[]) => rows.map(({ id }) => id);

/** A live worker renews its claim, and a run that waits has its job. */
async function abandoned(tx: Transaction) {
  return idsOf(
    await tx.execute<Found>(sql`
      select connection_id as id from sync_runs
      where status = 'running' and coalesce(claimed_until, started_at) < now() - interval '30 seconds'
        and not exists (select from graphile_worker.jobs
                        where key = ${syncKey("")} || connection_id and attempts < max_attempts)
      limit ${most}`),
  );
}

async function due(tx: Transaction) {
  const rows = await tx.execute<Found & { status: string }>(sql`
    update sync_states set next_at = now() + interval '10 minutes'
    from connections
    where connections.id = connection_id and connection_id in (
      select connection_id from sync_states where next_at <= now() order by next_at limit ${most} for update skip locked)
    returning connection_id as id, status`);
  return idsOf(rows.filter(({ status }) => status !== "broken"));
}

/** Whoever connects it again has it read from the beginning: much may have happened meanwhile. */
async function endDisconnected(tx: Transaction) {
  await tx.execute(sql`
    update sync_runs set status = 'failed', error = 'It was disconnected while it was read.', finished_at = now(),
      claimed_by = null, claimed_until = null, doing = null
    from connections
    where sync_runs.status = 'running' and claimed_until <= now() and connections.id = connection_id
      and connections.status = 'disconnected'`);
  await tx.execute(sql`
    delete from sync_states using connections
    where next_at <= now() and connections.id = connection_id and connections.status = 'disconnected'`);
}

async function unread(tx: Transaction) {
  const readable = providers.filter(({ sync }) => sync !== null).map(({ id }) => id);
  if (readable.length === 0) return [];
  return idsOf(
    await tx.execute<Found>(sql`
      insert into sync_states (connection_id, organization_id, next_at)
      select id, organization_id, now() + interval '10 minutes' from connections
      where status not in ('disconnected', 'broken')
        and provider::text in (select jsonb_array_elements_text(${JSON.stringify(readable)}::text::jsonb))
        and not exists (select from sync_states where connection_id = connections.id)
      limit ${most}
      on conflict do nothing
      returning connection_id as id`),
  );
}
