import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { laterCheckKey } from "./later-check-key.ts";

type Check = { cause: JobPayload<"connection.check">["cause"]; delayMs?: number; attempt?: number };

/**
 * Queues a look at one connection: at once, or later. Of those that wait for the same the last asked for remains, and one for
 * later never takes the place of one for now. Any look makes the one for later needless: see `dropLaterCheck`.
 */
export function enqueueCheck(
  tx: Transaction,
  connectionId: string,
  { cause, delayMs = 0, attempt = 0 }: Check,
): Promise<void> {
  const payload = { connectionId, cause, attempt };
  if (delayMs === 0)
    return enqueue(tx, "connection.check", payload, { key: `connection.check:${connectionId}` });

  const runAt = new Date(Date.now() + delayMs);
  return enqueue(tx, "connection.check", payload, { key: laterCheckKey(connectionId), runAt });
}
