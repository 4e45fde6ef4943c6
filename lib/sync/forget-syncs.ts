import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";

const keptDays = 30;
const chunk = 5_000;

/** Forgets runs no page shows any more. In pieces, so that no transaction holds its dead rows for long. */
export async function forgetSyncs(): Promise<void> {
  for (;;) {
    const forgotten = await asSystem((tx) =>
      tx.execute(sql`
        delete from sync_runs where id in (
          select id from sync_runs
          where status <> 'running' and started_at < now() - make_interval(days => ${keptDays}::int)
          limit ${chunk})
        returning id`),
    );
    if (forgotten.length < chunk) return;
  }
}
