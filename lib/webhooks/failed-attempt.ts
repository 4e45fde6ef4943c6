import { storableText } from "#lib/providers/storable-text.ts";
import { safeErrorText } from "#lib/safe-error.ts";
import type { Attempt } from "./attempt-event.ts";
import { nextAttemptAt } from "./backoff.ts";

const longestMessage = 500;

/** The same try, ended by this error: its event is tried again later, until it has been tried often enough. */
export function failedAttempt(attempt: Attempt, error: unknown): Attempt {
  const retryAt = nextAttemptAt(attempt.number, attempt.startedAt);
  return {
    ...attempt,
    outcome: retryAt ? "failed" : "dead",
    parkedFor: null,
    summary: null,
    effect: null,
    message: null,
    errorMessage: storableText(safeErrorText(error), longestMessage),
    nextAttemptAt: retryAt,
  };
}
