import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";

/**
 * Forgets with which customers an organization last spoke before this moment, and who waited before it; the waits themselves
 * name nobody then and stay in the figures, as the daily counts do.
 */
export async function forgetBefore(tx: Transaction, organizationId: string, end: Date): Promise<void> {
  const moment = sql`${end.toISOString()}::timestamptz`;
  await tx.execute(sql`
    delete from message_contacts m using connections c
    where c.organization_id = ${organizationId} and m.connection_id = c.id
      and greatest(m.last_received_at, m.last_sent_at) < ${moment}`);
  // Whoever still waits and still writes is needed, to know their answer by.
  await tx.execute(sql`
    update first_replies r set contact = ''
    where r.organization_id = ${organizationId} and r.asked_at < ${moment} and r.contact <> ''
      and (r.answered_at < ${moment} or not exists (
        select from message_contacts m where m.connection_id = r.connection_id and m.contact = r.contact))`);
}
