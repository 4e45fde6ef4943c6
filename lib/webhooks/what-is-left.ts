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
  const ofConnection = eq(webhookEvents.connectionId, connectionId);
  const [due] = await tx
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(and(ofConnection, isDue))
    .limit(1);
  if (due) return "due";
  if (mayFreeOthers && (await freeParked(tx, connectionId))) return "freed";

  const [next] = await tx
    .select({ at: sql<string | null>`min(${webhookEvents.nextAttemptAt})::text` })
    .from(webhookEvents)
    .where(and(ofConnection, sql`${webhookEvents.status} in ('pending', 'failed')`));
  if (next?.at) {
    const key = `webhook-events.process:${connectionId}:retry`;
    await enqueue(tx, "webhook-events.process", { connectionId }, { key, runAt: new Date(next.at) });
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
