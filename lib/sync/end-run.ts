import "server-only";
import { eq, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { syncRuns } from "#drizzle/schema/syncs.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { ClaimedRun } from "./claim-run.ts";

type Run = Pick<ClaimedRun, "id" | "connectionId" | "organizationId">;

const mostMinutesAfterFailure = 24 * 60;

/**
 * Ends a run, well or with why not, and says when the next is due: a little later than the frequency asks for, so that
 * accounts connected together do not call together, and later with each failure.
 */
export async function endRun(tx: Transaction, run: Run, { error }: { error: string | null }): Promise<void> {
  const [ended] = await tx
    .update(syncRuns)
    .set({
      status: error === null ? "done" : "failed",
      error,
      finishedAt: sql`now()`,
      claimedBy: null,
      claimedUntil: null,
      doing: null,
    })
    .where(eq(syncRuns.id, run.id))
    .returning({ kind: syncRuns.kind });
  const isWhole = error === null && ended?.kind !== "recent";

  await tx.execute(sql`
    insert into sync_states as state (connection_id, organization_id, next_at, whole_at, failures)
    select id, organization_id, ${nextAt(error === null ? sql`0` : sql`1`)}, ${isWhole ? sql`now()` : null}::timestamptz,
      ${error === null ? 0 : 1}::int
    from connections where id = ${run.connectionId}::uuid
    on conflict (connection_id) do update set
      failures = case when ${error === null}::boolean then 0 else state.failures + 1 end,
      whole_at = coalesce(excluded.whole_at, state.whole_at),
      next_at = (select ${nextAt(sql`case when ${error === null}::boolean then 0 else state.failures + 1 end`)}
                 from connections where id = excluded.connection_id)`);
  if (error === null) {
    await tx
      .update(connections)
      .set({ lastSyncedAt: sql`now()` })
      .where(eq(connections.id, run.connectionId));
  }
  await notifyOrganization(tx, run.organizationId, "syncs");
}

const nextAt = (failures: ReturnType<typeof sql>) => sql`
  now() + make_interval(secs => (1 + random() * 0.1) * 60 * least(
    sync_frequency_minutes * power(2, least(${failures}, 10)),
    greatest(sync_frequency_minutes, ${mostMinutesAfterFailure})))`;
