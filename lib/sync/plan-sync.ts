import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";

/** Plans a connection's next reading anew, from the last one and how often it is to be read now. */
export async function planSync(connectionId: string): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`
      update sync_states set next_at = coalesce(last_synced_at, now())
        + make_interval(secs => (1 + random() * 0.1) * 60 * sync_frequency_minutes)
      from connections
      where connections.id = connection_id and connection_id = ${connectionId}::uuid and failures = 0`),
  );
}
