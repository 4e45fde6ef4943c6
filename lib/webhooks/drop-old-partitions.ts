import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import { sqlState } from "#lib/db/sql-state.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

const lockNotAvailable = "55P03";

/**
 * Drops the weeks that are older than this installation keeps events, one after the other. While someone else is in the
 * tables for long it lets go at once, so that nothing queues up behind it, and leaves the rest for another time.
 */
export async function dropOldPartitions(): Promise<void> {
  let dropped: string | null;
  do {
    dropped = await dropOldest();
    if (dropped) log().info({ partition: dropped }, "old events dropped");
  } while (dropped);
}

async function dropOldest(): Promise<string | null> {
  try {
    return await asSystem(async (tx) => {
      const [row] = await tx.execute<{ dropped: string | null }>(
        sql`select private.drop_webhook_partition(${env.EVENT_RETENTION_MAX_DAYS}::int) as dropped`,
      );
      return row?.dropped ?? null;
    });
  } catch (error) {
    if (sqlState(error) !== lockNotAvailable) throw error;
    log().info("old events are not dropped yet: their table is in use");
    return null;
  }
}
