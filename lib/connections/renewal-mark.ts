import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";

/**
 * Marks, durably and before the platform is asked, that a renewal is under way. Only who holds the lock on the credentials
 * may: then a mark that is there already is of one whose answer never reached us. Returns whether it was.
 */
export async function setRenewalMark(connectionId: string): Promise<{ wasThere: boolean }> {
  const made = await asSystem((tx) =>
    tx.execute(sql`
      insert into private.renewal_marks (connection_id) values (${connectionId}::uuid)
      on conflict do nothing returning connection_id`),
  );
  return { wasThere: made.length === 0 };
}

/** What came of the renewal is known: stored, or a no. */
export async function clearRenewalMark(tx: Transaction, connectionId: string): Promise<void> {
  await tx.execute(sql`delete from private.renewal_marks where connection_id = ${connectionId}::uuid`);
}
