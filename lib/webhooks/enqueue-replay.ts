import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";

/** Queues a replay's next turn; it has one at a time. */
export function enqueueReplay(
  tx: Transaction,
  turn: JobPayload<"webhook-events.replay">,
  runAt?: Date,
): Promise<void> {
  return enqueue(tx, "webhook-events.replay", turn, { key: `webhook-events.replay:${turn.replayId}`, runAt });
}
