import "server-only";
import { and, isNotNull, lt, or, sql } from "drizzle-orm";
import { oauthSessions } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";

/** Forgets grants nobody chose from, and attempts whose outcome nobody will come back to read. */
export async function forgetAttempts(): Promise<void> {
  await asSystem(async (tx) => {
    await tx
      .update(oauthSessions)
      .set({ grantCiphertext: null, verifierCiphertext: null })
      .where(
        and(
          lt(oauthSessions.expiresAt, sql`now()`),
          or(isNotNull(oauthSessions.grantCiphertext), isNotNull(oauthSessions.verifierCiphertext)),
        ),
      );
    await tx.delete(oauthSessions).where(lt(oauthSessions.expiresAt, sql`now() - interval '1 day'`));
  });
}
