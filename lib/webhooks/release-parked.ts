import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";

/** Has a connection's events that wait for another one looked at again now, since others came. Returns how many. */
export async function releaseParked(tx: Transaction, connectionId: string): Promise<number> {
  const released = await tx.execute(sql`
    update webhook_events set next_attempt_at = now()
    where connection_id = ${connectionId} and status = 'pending' and parked_for = 'message'
    returning id`);
  return released.length;
}
