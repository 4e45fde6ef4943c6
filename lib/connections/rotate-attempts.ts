import "server-only";
import { eq, isNotNull, or } from "drizzle-orm";
import { oauthSessions } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { reseal } from "./reseal.ts";
import type { Rotation } from "./rotate-credentials.ts";
import { attemptPlace, secretsVault } from "./secrets-vault.ts";

/** Seals what open attempts to connect keep secret anew under the newest key: all at once, since few are open at any moment. */
export async function rotateAttempts(): Promise<Rotation> {
  const { keyIdOf, newestKeyId } = secretsVault();

  return asSystem(async (tx) => {
    const { id, verifierCiphertext, grantCiphertext } = oauthSessions;
    const attempts = await tx
      .select({ id, verifierCiphertext, grantCiphertext })
      .from(oauthSessions)
      .where(or(isNotNull(verifierCiphertext), isNotNull(grantCiphertext)))
      .for("update");

    const total: Rotation = { rotated: 0, unreadable: 0 };
    for (const attempt of attempts) {
      for (const column of ["verifierCiphertext", "grantCiphertext"] as const) {
        const ciphertext = attempt[column];
        if (ciphertext === null || keyIdOf(ciphertext) === newestKeyId) continue;

        const sealed = await reseal(ciphertext, attemptPlace(attempt.id));
        if (!sealed) {
          total.unreadable += 1;
          continue;
        }
        await tx
          .update(oauthSessions)
          .set({ [column]: sealed.ciphertext })
          .where(eq(id, attempt.id));
        total.rotated += 1;
      }
    }
    return total;
  });
}
