import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import { log } from "#lib/log.ts";

const intervalMs = 10_000;

/** A worker unseen for this long is taken for dead: several heartbeats, so that one slow write proves nothing. */
export const deadAfterSeconds = 45;

/** Says every ten seconds that this worker lives, until the returned function is called. */
export function startHeartbeat(workerId: string): () => Promise<void> {
  const beat = () =>
    recordHeartbeat(workerId).catch((error) => log().warn({ err: error, workerId }, "heartbeat not written"));

  let last = beat();
  const timer = setInterval(() => {
    last = beat();
  }, intervalMs);

  return async () => {
    clearInterval(timer);
    await last;
    await asSystem((tx) => tx.execute(sql`delete from worker_heartbeats where worker_id = ${workerId}`));
  };
}

/** Writes down that this worker was alive just now. */
export async function recordHeartbeat(workerId: string): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`
      insert into worker_heartbeats (worker_id, seen_at) values (${workerId}, now())
      on conflict (worker_id) do update set seen_at = excluded.seen_at`),
  );
}
