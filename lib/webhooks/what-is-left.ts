import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { isDue } from "./is-due.ts";

/**
 * After a connection's events were worked off. `due`: others have come. `freed`: some that waited for another event are looked
 * at again, since others came. `later`: nothing now; the next time is arranged for. Only at the end, when few are left:
 * among all that wait for their turn, those that wait for something are not found quickly.
 */
export async function whatIsLeft(
  tx: Transaction,
  connectionId: string,
  { mayFreeOthers }: { mayFreeOthers: boolean },
): Promise<"due" | "freed" | "later"> {
  const { nextAttemptAt, parkedFor, status } = webhookEvents;
  const [left] = await tx
    .select({
      isAnyDue: sql<boolean | null>`bool_or(${isDue})`,
      isAnyParked: sql<boolean | null>`bool_or(${parkedFor} = 'message')`,
      nextAt: sql<string | null>`min(${nextAttemptAt})::text`,
    })
    .from(webhookEvents)
    .where(and(eq(webhookEvents.connectionId, connectionId), sql`${status} in ('pending', 'failed')`));
  if (left?.isAnyDue) return "due";
  if (mayFreeOthers && left?.isAnyParked && (await freeParked(tx, connectionId))) return "freed";

  if (left?.nextAt) {
    const key = `webhook-events.process:${connectionId}:retry`;
    await enqueue(tx, "webhook-events.process", { connectionId }, { key, runAt: new Date(left.nextAt) });
  }
  return "later";
}

async function freeParked(tx: Transaction, connectionId: string): Promise<boolean> {
  const freed = await tx.execute(sql`
    update webhook_events set next_attempt_at = now()
    where connection_id = ${connectionId} and status = 'pending' and parked_for = 'message'
    returning id`);
  return freed.length > 0;
}
