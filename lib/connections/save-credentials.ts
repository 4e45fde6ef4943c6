import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { Secrets, Verified } from "#lib/providers/connect-contract.ts";
import { connectionPlace, secretsVault } from "./secrets-vault.ts";

/** What becomes of the secrets that these take the place of: see `replaceSecrets`. */
export type Previous = "keep" | "hold" | "forget";

/** Stores a connection's secrets, sealed for it alone, in place of any before. The database refuses all but owners and admins. */
export async function saveCredentials(
  tx: Transaction,
  connectionId: string,
  { secrets, previous }: { secrets: Secrets; previous: Previous },
  { accessExpiresAt, refreshExpiresAt }: Verified,
): Promise<void> {
  const { ciphertext, keyId } = await secretsVault().seal(secrets, connectionPlace(connectionId));

  await tx.execute(sql`
    select private.save_credentials(
      ${connectionId}::uuid, ${ciphertext}, ${keyId},
      ${accessExpiresAt?.toISOString() ?? null}::timestamptz, ${refreshExpiresAt?.toISOString() ?? null}::timestamptz,
      ${previous})`);
}
