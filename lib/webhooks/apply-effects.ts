import "server-only";
import { withdrawGrant } from "#lib/connections/withdraw-grant.ts";
import type { Transaction } from "#lib/db/client.ts";
import { withoutValues } from "#lib/db/without-values.ts";
import { providerName } from "#lib/providers/registry.ts";
import type { Attempt } from "./attempt-event.ts";
import { failedAttempt } from "./failed-attempt.ts";

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
      await tx.transaction((savepoint) =>
        withdrawGrant(savepoint, {
          providers: [event.provider],
          externalUserId: effect.authorizedBy,
          // What was connected after that rests on a newer grant, however late the news comes.
          withdrawnAt: event.occurredAt ?? event.receivedAt,
          reason: `The person who connected it removed this app at ${providerName(event.provider)}. Reconnect it.`,
        }),
      );
      applied.push(attempt);
    } catch (error) {
      applied.push(failedAttempt(attempt, withoutValues(error)));
    }
  }
  return applied;
}
