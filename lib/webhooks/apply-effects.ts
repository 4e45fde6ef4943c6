import "server-only";
import { lookAfterNews } from "#lib/connections/look-after-news.ts";
import type { Transaction } from "#lib/db/client.ts";
import { withoutValues } from "#lib/db/without-values.ts";
import { recordMeetings } from "#lib/meetings/record-meetings.ts";
import type { Interpretation } from "#lib/providers/contract.ts";
import type { Attempt } from "./attempt-event.ts";
import { failedAttempt } from "./failed-attempt.ts";
import { withTimeLimit } from "./with-time-limit.ts";
import { withdrawAccess } from "./withdraw-access.ts";

const limitMs = 20_000;

/**
 * Does what the events of a batch ask for beyond being told, in the batch's own transaction. What cannot be done, or not in
 * time, fails that one event, which is tried again; what is done twice is as if done once. Returns those it came to: once
 * the time is up, the rest waits for the next batch, so that what is done already is not held up.
 */
export async function applyEffects(
  tx: Transaction,
  attempts: readonly Attempt[],
  { within = limitMs, apply = applyEffect } = {},
): Promise<Attempt[]> {
  const applied: Attempt[] = [];
  const began = performance.now();
  for (const attempt of attempts) {
    const { event, effect, parkedFor } = attempt;
    if (!effect || parkedFor) {
      applied.push(attempt);
      continue;
    }
    const started = performance.now();
    if (started - began > within) break;

    const failure = await tx
      .transaction((savepoint) => withTimeLimit(savepoint, within, () => apply(savepoint, event, effect)))
      .then(
        () => null,
        (error: unknown) => ({ error: withoutValues(error) }),
      );
    const durationMs = attempt.durationMs + Math.round(performance.now() - started);
    const done = { ...attempt, durationMs };
    applied.push(failure ? failedAttempt(done, failure.error) : done);
  }
  return applied;
}

type Effect = NonNullable<Interpretation["effect"]>;

async function applyEffect(tx: Transaction, event: Attempt["event"], effect: Effect): Promise<void> {
  switch (effect.kind) {
    case "grant_withdrawn":
      return withdrawAccess(tx, event, effect.authorizedBy);
    case "check":
      return lookAfterNews(tx, event.connectionId, event.receivedAt);
    case "meetings":
      await recordMeetings(tx, event, { meetings: effect.news });
  }
}
