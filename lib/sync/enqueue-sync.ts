import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";

export type SyncCause = JobPayload<"connection.sync">["cause"];

type Wanted = { cause: SyncCause; runAt?: Date; attempt?: number };

/** Of the jobs of one connection that wait, the last asked for remains. */
export const syncKey = (connectionId: string) => `connection.sync:${connectionId}`;

/** Queues the reading of what an account published and how it did: a new run, or the next steps of the one under way. */
export function enqueueSync(
  tx: Transaction,
  connectionId: string,
  { cause, runAt, attempt = 0 }: Wanted,
): Promise<void> {
  const payload = { connectionId, cause, attempt };
  return enqueue(tx, "connection.sync", payload, { key: syncKey(connectionId), runAt });
}
