import "server-only";
import { withdrawGrant } from "#lib/connections/withdraw-grant.ts";
import type { Transaction } from "#lib/db/client.ts";
import { withoutValues } from "#lib/db/without-values.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findProvider, providerName } from "#lib/providers/registry.ts";
import type { Attempt } from "./attempt-event.ts";
import { failedAttempt } from "./failed-attempt.ts";

const dayMs = 24 * 60 * 60_000;

/**
 * Does what the events of a batch ask for beyond being told, in the batch's own transaction. What cannot be done fails that
 * one event, which is tried again; what is done twice is as if done once.
 */
export async function applyEffects(tx: Transaction, attempts: readonly Attempt[]): Promise<Attempt[]> {
  const applied: Attempt[] = [];
  for (const attempt of attempts) {
    const { event, effect } = attempt;
    if (!effect) {
      applied.push(attempt);
      continue;
    }
    try {
      await tx.transaction((savepoint) => withdraw(savepoint, event, effect.authorizedBy));
      applied.push(attempt);
    } catch (error) {
      applied.push(failedAttempt(attempt, withoutValues(error)));
    }
  }
  return applied;
}

async function withdraw(tx: Transaction, event: Attempt["event"], externalUserId: string): Promise<void> {
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
