import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";

const keptDays = 30;

/** Removes the jobs that failed as often as they may, once no one will look at them any more. */
export async function forgetGivenUp(): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`
      select graphile_worker.complete_jobs(array(
        select id from graphile_worker.jobs
        where attempts >= max_attempts and locked_at is null
          and updated_at < now() - make_interval(days => ${keptDays}::int)))`),
  );
}
