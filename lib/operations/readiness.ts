import "server-only";
import { sql } from "drizzle-orm";
import journal from "#drizzle/migrations/meta/_journal.json" with { type: "json" };
import { asSystem } from "#lib/db/as-system.ts";
import { log } from "#lib/log.ts";

/** Long enough for a cron that stands in for the worker once a minute. */
const workerSeenWithinSeconds = 120;
const newestMigration = Math.max(...journal.entries.map((entry) => entry.when));

export type Readiness = { database: boolean; migrations: boolean; worker: boolean };

/** Whether this deployment can do its work: the database answers, knows this code's schema, and a worker lives. */
export async function readiness(): Promise<Readiness> {
  try {
    return await asSystem(async (tx) => {
      const [row] = await tx.execute<{ migrations: boolean; worker: boolean }>(sql`
        select
          (select coalesce(max(created_at), 0) from drizzle.__drizzle_migrations) >= ${newestMigration}::bigint
            as migrations,
          exists (
            select from worker_heartbeats
            where seen_at > now() - make_interval(secs => ${workerSeenWithinSeconds}::int)) as worker`);
      return { database: true, migrations: row?.migrations ?? false, worker: row?.worker ?? false };
    });
  } catch (error) {
    log().warn({ err: error }, "readiness could not be asked");
    return { database: false, migrations: false, worker: false };
  }
}
