import "server-only";
import { eq } from "drizzle-orm";
import { oauthSessions } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { AttemptOutcome } from "./attempt-outcome.ts";

/** Writes down how an attempt ended, and forgets what was granted unless the person may still choose from it. */
export async function concludeAttempt(
  attemptId: string,
  outcome: AttemptOutcome,
  { keepGrant = false } = {},
): Promise<void> {
  await asSystem((tx) =>
    tx
      .update(oauthSessions)
      .set({
        outcome: JSON.stringify(outcome),
        verifierCiphertext: null,
        ...(!keepGrant && { grantCiphertext: null }),
      })
      .where(eq(oauthSessions.id, attemptId)),
  );
}
