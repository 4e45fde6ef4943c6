import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { enqueueCatchUp } from "#lib/webhooks/enqueue-catch-up.ts";
import { wake } from "#lib/webhooks/wake.ts";

type Change = { before: string; after: string; since: Date };

/**
 * Has people written to when a connection breaks and when it works again, what was missed between asked for, and the events
 * worked off that had to wait for it, if and only if the change commits. Whatever changes a connection's status calls
 * this beside it; of what is no such change nothing follows.
 */
export async function announceStatus(
  tx: Transaction,
  connectionId: string,
  { before, after, since }: Change,
): Promise<void> {
  if (after === "broken" && before !== "broken") {
    await enqueue(tx, "connection.alert", { connectionId, brokenSince: since.toISOString() });
  }
  const isWell = after === "healthy" || after === "needs_attention";
  // `checking`: it was disconnected while broken, and has come back.
  if (isWell && (before === "broken" || before === "checking")) {
    await enqueue(tx, "connection.alert-well", { connectionId });
    await enqueueCatchUp(tx, connectionId);
    await wake(tx, connectionId);
  }
}
