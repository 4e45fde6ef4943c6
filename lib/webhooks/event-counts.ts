import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { keptPlan } from "#lib/db/kept-plan.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import type { EventStatus } from "./event-filter.ts";

/** One event's change of status; `pending` and null are not counted. */
export type CountMove = {
  organizationId: string;
  connectionId: string;
  provider: ProviderId;
  eventType: string;
  receivedAt: Date;
  from: EventStatus | null;
  to: EventStatus | null;
};

const hourMs = 3_600_000;

/**
 * Keeps the hourly counts in step with events whose status changes in the same transaction: one statement, however many
 * events. It takes its rows in the order of their key, so that two such transactions wait for each other and never in
 * a circle; call it after the events themselves are locked, and once a transaction.
 */
export async function moveCounts(tx: Transaction, moves: readonly CountMove[]): Promise<void> {
  const changes = changesOf(moves);
  if (changes.length === 0) return;

  // The change stands beside the row to insert, which may not hold a count below zero.
  await tx.execute(sql`
    ${keptPlan} with changes as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as c (
        organization_id uuid, hour timestamptz, connection_id uuid, provider provider, event_type text,
        status webhook_event_status, change int)
    )
    insert into webhook_event_counts as counts
      (organization_id, hour, connection_id, provider, event_type, status, count)
    select organization_id, hour, connection_id, provider, event_type, status, greatest(change, 0)
    from changes
    order by organization_id, hour, connection_id, event_type, status
    on conflict (organization_id, hour, connection_id, event_type, status) do update
    set count = greatest(counts.count + (
      select change from changes c
      where (c.organization_id, c.hour, c.connection_id, c.event_type, c.status) =
        (excluded.organization_id, excluded.hour, excluded.connection_id, excluded.event_type, excluded.status)), 0)`);
}

/** The moves summed up by what they change, without those that cancel out. */
function changesOf(moves: readonly CountMove[]) {
  const changes = new Map<string, ReturnType<typeof changeOf>>();
  for (const move of moves) {
    for (const [status, by] of [[move.from, -1] as const, [move.to, 1] as const]) {
      if (status === null || status === "pending") continue;
      const change = changeOf(move, status);
      const key = JSON.stringify(change);
      const known = changes.get(key) ?? change;
      known.change += by;
      changes.set(key, known);
    }
  }
  return [...changes.values()].filter(({ change }) => change !== 0);
}

function changeOf(move: CountMove, status: EventStatus) {
  return {
    organization_id: move.organizationId,
    hour: new Date(Math.floor(move.receivedAt.getTime() / hourMs) * hourMs),
    connection_id: move.connectionId,
    provider: move.provider,
    event_type: move.eventType,
    status,
    change: 0,
  };
}
