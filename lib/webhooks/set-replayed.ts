import "server-only";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { moveCounts } from "./event-counts.ts";
import type { EventStatus } from "./event-filter.ts";
import { theseEvents } from "./these-events.ts";
import { wakeStatement } from "./wake-statement.ts";

type Taken = {
  id: string;
  receivedAt: Date;
  status: EventStatus;
  connectionId: string;
  provider: ProviderId;
  eventType: string;
};

/** Sets events that are locked waiting for the worker, as this replay's, and wakes it. Their tries go on counting. */
export async function setReplayed(
  tx: Transaction,
  replay: { id: string; organizationId: string },
  taken: Taken[],
): Promise<void> {
  if (taken.length === 0) return;
  await tx
    .update(webhookEvents)
    .set({ status: "pending", replayId: replay.id, nextAttemptAt: null, parkedFor: null, processedAt: null })
    .where(theseEvents(taken.map(({ id }) => id)));

  const { organizationId } = replay;
  await moveCounts(
    tx,
    taken.map(({ status, ...event }) => ({ ...event, organizationId, from: status, to: "pending" })),
  );
  await tx.execute(wakeStatement([...new Set(taken.map(({ connectionId }) => connectionId))]));
  await notifyOrganization(tx, organizationId, "events");
}
