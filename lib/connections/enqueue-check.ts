import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";

type Check = { cause: JobPayload<"connection.check">["cause"]; delayMs?: number; attempt?: number };

/** Queues a look at one connection; of several that wait, the last asked for remains. */
export function enqueueCheck(
  tx: Transaction,
  connectionId: string,
  { cause, delayMs = 0, attempt = 0 }: Check,
): Promise<void> {
  return enqueue(
    tx,
    "connection.check",
    { connectionId, cause, attempt },
    { key: `connection.check:${connectionId}`, runAt: new Date(Date.now() + delayMs) },
  );
}
