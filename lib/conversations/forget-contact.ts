import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { ProviderId } from "#lib/providers/contract.ts";

/** Forgets whom these platforms know by this id: where their conversations stand and when they waited. Daily counts name nobody. */
export async function forgetContact(
  tx: Transaction,
  providers: readonly ProviderId[],
  contact: string,
): Promise<void> {
  // Connection by connection, as the keys of both tables have them.
  await tx.execute(sql`
    with gone as (
      delete from message_contacts m using connections c
      where c.provider = any(${`{${providers.join(",")}}`}::provider[]) and m.connection_id = c.id and m.contact = ${contact}
      returning m.organization_id, m.connection_id)
    delete from first_replies r using gone
    where r.organization_id = gone.organization_id and r.connection_id = gone.connection_id and r.contact = ${contact}`);
}
