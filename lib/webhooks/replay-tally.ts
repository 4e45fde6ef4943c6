import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";

/** Writes down what has become of a replay's events so far; the rest waits for its turn, or for what it refers to. */
export async function replayTally(tx: Transaction, replayId: string): Promise<void> {
  await tx.execute(sql`
    update webhook_replays r set processed = tally.processed, failed = tally.failed
    from (
      select count(*) filter (where status in ('processed', 'ignored'))::int as processed,
        count(*) filter (where status in ('failed', 'dead'))::int as failed
      from webhook_events where replay_id = ${replayId}) as tally
    where r.id = ${replayId}`);
}
