import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { lane } from "#lib/jobs/lane.ts";

/** Has a connection ask for what it missed, now or at its time; the last asked for takes the place of any that waits. */
export function enqueueCatchUp(tx: Transaction, connectionId: string, runAt?: Date): Promise<void> {
  const key = `connection.catch-up:${connectionId}`;
  return enqueue(
    tx,
    "connection.catch-up",
    { connectionId },
    { key, queue: lane("catch-up", connectionId), runAt },
  );
}
