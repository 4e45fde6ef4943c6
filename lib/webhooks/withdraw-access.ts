import "server-only";
import { withdrawGrant } from "#lib/connections/withdraw-grant.ts";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findProvider, providerName } from "#lib/providers/registry.ts";
import type { DueEvent } from "./due-events.ts";

const dayMs = 24 * 60 * 60_000;

/** Ends what rested on a grant that a person took back at the platform, and has it erased where the platform demands that. */
export async function withdrawAccess(
  tx: Transaction,
  event: DueEvent,
  externalUserId: string,
): Promise<void> {
  // What was connected after that rests on a newer grant, however late the news comes.
  const withdrawnAt = event.occurredAt ?? event.receivedAt;
  await withdrawGrant(tx, {
    providers: [event.provider],
    externalUserId,
    withdrawnAt,
    reason: `The person who connected it removed this app at ${providerName(event.provider)}. Reconnect it.`,
  });

  const days = findProvider(event.provider)?.eraseWithinDays;
  if (days === undefined) return;
  // Not at once, since people come back; and not on the last day.
  const runAt = new Date(withdrawnAt.getTime() + Math.max(days - 3, 0) * dayMs);
  await enqueue(
    tx,
    "connections.erase-accounts",
    { provider: event.provider, externalUserId, withdrawnAt: withdrawnAt.toISOString() },
    { key: `connections.erase-accounts:${event.provider}:${externalUserId}`, runAt },
  );
}
