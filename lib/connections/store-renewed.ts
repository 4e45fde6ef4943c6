import "server-only";
import { and, eq } from "drizzle-orm";
import { connectionCredentials } from "#drizzle/schema/connections.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Secrets, Verified } from "#lib/providers/connect-contract.ts";
import { clearRenewalMark } from "./renewal-mark.ts";
import { connectionPlace, secretsVault } from "./secrets-vault.ts";

export type RenewedSecrets = { secrets: Secrets } & Verified;

/** Stores renewed secrets in place of the ones they came from, if those are still there. Needs a transaction of `asSystem`. */
export async function storeRenewed(
  tx: Transaction,
  connectionId: string,
  replacedVersion: string,
  { secrets, accessExpiresAt, refreshExpiresAt }: RenewedSecrets,
): Promise<void> {
  const { ciphertext, keyId } = await secretsVault().seal(secrets, connectionPlace(connectionId));

  await tx
    .update(connectionCredentials)
    .set({
      ciphertext,
      keyId,
      accessExpiresAt,
      refreshExpiresAt,
      savedAt: new Date(),
      renewalFailures: 0,
      renewalRetryAt: null,
      renewalError: null,
    })
    .where(
      and(
        eq(connectionCredentials.connectionId, connectionId),
        eq(connectionCredentials.ciphertext, replacedVersion),
      ),
    );
  await clearRenewalMark(tx, connectionId);
}
