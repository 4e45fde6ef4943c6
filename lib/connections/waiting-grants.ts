import "server-only";
import { and, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { oauthSessions } from "#drizzle/schema/connections.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { attemptPlace, secretsVault } from "./secrets-vault.ts";
import { StoredGrant } from "./stored-grant.ts";

/**
 * The attempts in which this person at the platform, in whatever organization, may still choose from what they granted.
 * Whose a grant is stands only inside the ciphertext; few wait at any moment.
 */
export async function waitingGrants(
  tx: Transaction,
  providers: readonly ProviderId[],
  authorizedBy: string,
): Promise<string[]> {
  const waiting = await tx
    .select({ id: oauthSessions.id, ciphertext: oauthSessions.grantCiphertext })
    .from(oauthSessions)
    .where(
      and(
        inArray(oauthSessions.provider, [...providers]),
        isNotNull(oauthSessions.grantCiphertext),
        gt(oauthSessions.expiresAt, sql`now()`),
      ),
    );

  const theirs: string[] = [];
  for (const { id, ciphertext } of waiting) {
    const opened = await secretsVault().open(ciphertext ?? "", attemptPlace(id));
    const grant = StoredGrant.safeParse(opened.ok ? opened.value : null);
    if (grant.data?.authorizedBy === authorizedBy) theirs.push(id);
  }
  return theirs;
}
