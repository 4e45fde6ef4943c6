import "server-only";
import { and, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { connections, dataDeletionRequests, oauthSessions } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { metaProviders } from "#lib/providers/meta/meta-providers.ts";
import { attemptPlace, secretsVault } from "./secrets-vault.ts";
import { withdrawGrant } from "./withdraw-grant.ts";

/**
 * Erases what Meta told us about a person who connected accounts: their tokens, their id, and grants waiting for a choice.
 * The accounts' own events stay: they are the business's, and Meta names customers by other ids. Safe to repeat.
 */
export async function deleteUserData({
  code,
  externalUserId,
  requestedAt,
}: JobPayload<"connections.delete-user-data">): Promise<void> {
  await asSystem(async (tx) => {
    await withdrawGrant(tx, {
      providers: metaProviders,
      externalUserId,
      withdrawnAt: new Date(requestedAt),
      reason:
        "The person who connected it asked Meta to have their data deleted. Reconnect it with another account.",
    });
    await tx
      .update(connections)
      .set({ authorizedByExternalId: null })
      .where(
        and(
          inArray(connections.provider, [...metaProviders]),
          eq(connections.authorizedByExternalId, externalUserId),
          sql`${connections.connectedAt} <= ${requestedAt}::timestamptz`,
        ),
      );
    await forgetGrants(tx, externalUserId);
    await tx
      .update(dataDeletionRequests)
      .set({ status: "completed", completedAt: new Date() })
      .where(and(eq(dataDeletionRequests.code, code), eq(dataDeletionRequests.status, "pending")));
  });
}

/** Whose grant it is stands only inside the ciphertext; few wait at any moment. */
async function forgetGrants(tx: Transaction, externalUserId: string): Promise<void> {
  const waiting = await tx
    .select({ id: oauthSessions.id, ciphertext: oauthSessions.grantCiphertext })
    .from(oauthSessions)
    .where(
      and(
        inArray(oauthSessions.provider, [...metaProviders]),
        isNotNull(oauthSessions.grantCiphertext),
        gt(oauthSessions.expiresAt, sql`now()`),
      ),
    );

  for (const { id, ciphertext } of waiting) {
    const opened = await secretsVault().open(ciphertext ?? "", attemptPlace(id));
    const belongsToPerson =
      opened.ok && JSON.stringify(opened.value).includes(`"authorizedBy":"${externalUserId}"`);
    if (belongsToPerson) {
      await tx.update(oauthSessions).set({ grantCiphertext: null }).where(eq(oauthSessions.id, id));
    }
  }
}
