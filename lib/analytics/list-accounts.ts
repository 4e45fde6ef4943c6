import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import type { MetricType } from "#lib/providers/synchronization.ts";

/** An account as Analytics needs to know it: whose figures it has, and how reading them goes. */
export type AnalyticsAccount = {
  id: string;
  provider: ProviderId;
  displayName: string;
  isConnected: boolean;
  lastSyncedAt: Date | null;
  /** The figures its platform may tell; empty where it tells none. */
  tells: readonly MetricType[];
  lastRun: LastRun | null;
};

export type LastRun = {
  status: "running" | "done" | "failed";
  isFirst: boolean;
  doing: string | null;
  stepsDone: number;
  stepsTotal: number | null;
  /** Why it failed, in words. */
  error: string | null;
  /** What the platform refuses to tell, a sentence each. */
  notes: string[];
};

type Row = {
  id: string;
  provider: ProviderId;
  display_name: string;
  is_connected: boolean;
  last_synced_at: string | null;
  last_run: LastRun | null;
};

/** An organization's accounts, in the order they were connected; those no longer connected come last. */
export async function listAccounts(tx: Transaction, organizationId: string): Promise<AnalyticsAccount[]> {
  const rows = await tx.execute<Row>(sql`
    select connection.id, connection.provider, connection.display_name, connection.last_synced_at,
      connection.status <> 'disconnected' as is_connected, run.last_run
    from connections connection
    left join lateral (
      select json_build_object('status', status, 'isFirst', kind = 'first', 'doing', doing, 'stepsDone', steps_done,
        'stepsTotal', steps_total, 'error', error, 'notes', notes) as last_run
      from sync_runs where connection_id = connection.id order by started_at desc, id desc limit 1) as run on true
    where connection.organization_id = ${organizationId}
    order by is_connected desc, connection.connected_at, connection.id`);

  return rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    displayName: row.display_name,
    isConnected: row.is_connected,
    lastSyncedAt: row.last_synced_at === null ? null : new Date(row.last_synced_at),
    tells: findProvider(row.provider)?.sync?.tells ?? [],
    lastRun: row.last_run,
  }));
}
