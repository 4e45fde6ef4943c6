import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { keptPlan } from "#lib/db/kept-plan.ts";

export type Counted = "received" | "sent" | "delivered" | "read" | "failed" | "started";

/** One more or one less, on one day. */
export type CountChange = { date: string; what: Counted; by: number };

/** Adds to a connection's daily counts, in one statement. Call it once a transaction: it locks the days it changes. */
export async function addCounts(
  tx: Transaction,
  { organizationId, connectionId }: { organizationId: string; connectionId: string },
  changes: readonly CountChange[],
): Promise<void> {
  const rows = byDay(changes);
  if (rows.length === 0) return;
  // The change stands beside the row to insert, which may not hold a count below zero.
  await tx.execute(sql`
    ${keptPlan} with changes as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as c (
        date date, received int, sent int, delivered int, read int, failed int, started int))
    insert into message_counts as counts
      (organization_id, connection_id, date, received, sent, delivered, read, failed, started)
    select ${organizationId}::uuid, ${connectionId}::uuid, date, greatest(received, 0), greatest(sent, 0),
      greatest(delivered, 0), greatest(read, 0), greatest(failed, 0), greatest(started, 0)
    from changes order by date
    on conflict (organization_id, date, connection_id) do update
    set (received, sent, delivered, read, failed, started) = (
      select greatest(counts.received + c.received, 0), greatest(counts.sent + c.sent, 0),
        greatest(counts.delivered + c.delivered, 0), greatest(counts.read + c.read, 0),
        greatest(counts.failed + c.failed, 0), greatest(counts.started + c.started, 0)
      from changes c where c.date = excluded.date)`);
}

function byDay(changes: readonly CountChange[]) {
  const days = new Map<string, { date: string } & Record<Counted, number>>();
  for (const { date, what, by } of changes) {
    const day = days.get(date) ?? {
      date,
      ...{ received: 0, sent: 0, delivered: 0, read: 0, failed: 0, started: 0 },
    };
    day[what] += by;
    days.set(date, day);
  }
  return [...days.values()];
}
