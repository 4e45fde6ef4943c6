import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import { log } from "#lib/log.ts";
import { deadAfterSeconds } from "./heartbeat.ts";

/**
 * Gives the jobs of workers that died without a word to those that live. The queue alone would wait four hours,
 * since it cannot tell a dead worker from a slow one; the heartbeats can.
 */
export async function releaseAbandoned(): Promise<void> {
  const released = await asSystem(async (tx) => {
    const dead = await tx.execute<{ worker_id: string }>(sql`
      select distinct locked_by as worker_id from graphile_worker.jobs
      where locked_at < now() - make_interval(secs => ${deadAfterSeconds})
        and not exists (
          select from worker_heartbeats
          where worker_id = locked_by and seen_at > now() - make_interval(secs => ${deadAfterSeconds}))`);
    const ids = dead.map((row) => row.worker_id);

    if (ids.length > 0) {
      await tx.execute(
        sql`select graphile_worker.force_unlock_workers(array[${sql.join(
          ids.map((id) => sql`${id}`),
          sql`, `,
        )}]::text[])`,
      );
    }
    await tx.execute(sql`delete from worker_heartbeats where seen_at < now() - interval '1 day'`);
    return ids;
  });

  if (released.length > 0) log().warn({ workers: released }, "jobs of dead workers released");
}
