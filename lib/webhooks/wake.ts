import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

/** Has the worker look at the connection's events; many wakes before it does are one. */
export function wake(tx: Transaction, connectionId: string): Promise<void> {
  return enqueue(
    tx,
    "webhook-events.process",
    { connectionId },
    { key: `webhook-events.process:${connectionId}` },
  );
}
