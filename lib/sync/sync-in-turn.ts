import "server-only";
import { asSystem } from "#lib/db/as-system.ts";
import { enqueueSlowStatement, inSlowPlace } from "#lib/jobs/slow-jobs.ts";
import { syncKey } from "./enqueue-sync.ts";
import { type SyncTurn, syncConnection } from "./sync-connection.ts";

/** One turn at reading an account, where this worker has a place for it; else it waits for one, here or elsewhere. */
export async function syncInTurn(turn: SyncTurn): Promise<void> {
  const hadPlace = await inSlowPlace(() => syncConnection(turn));
  if (hadPlace) return;
  await asSystem((tx) =>
    tx.execute(enqueueSlowStatement("connection.sync", turn, { key: syncKey(turn.connectionId) })),
  );
}
