import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { isFaultOfValues } from "#lib/db/is-fault-of-values.ts";
import { withoutValues } from "#lib/db/without-values.ts";
import { safeErrorText } from "#lib/safe-error.ts";
import type { Attempt } from "./attempt-event.ts";
import { failedAttempt } from "./failed-attempt.ts";
import { writeAttempts } from "./write-attempts.ts";

/**
 * Writes down a batch of tries. One that holds what the database refuses fails alone, as if the try had failed;
 * returns an error for each that could not be written at all.
 */
export async function recordAttempts(tx: Transaction, attempts: Attempt[]): Promise<Error[]> {
  if (!(await refusal(tx, attempts))) return [];

  const errors: Error[] = [];
  for (const attempt of attempts) {
    const refused = await refusal(tx, [attempt]);
    const unwritten = refused && (await refusal(tx, [failed(attempt, refused)]));
    if (unwritten) errors.push(unwritten);
  }
  return errors;
}

/** Why the database does not take these values, if it does not; the transaction goes on without them. */
async function refusal(tx: Transaction, attempts: Attempt[]): Promise<Error | undefined> {
  try {
    await tx.transaction((savepoint) => writeAttempts(savepoint, attempts));
    return undefined;
  } catch (error) {
    if (!isFaultOfValues(error)) throw error;
    return withoutValues(error) as Error;
  }
}

/** Without a new search document too, which may be what was refused. */
function failed(attempt: Attempt, refused: Error): Attempt {
  const errorMessage = `What came of it could not be stored: ${safeErrorText(refused)}`;
  const event = { ...attempt.event, isSearchable: true };
  return { ...failedAttempt({ ...attempt, event }, refused), errorMessage };
}
