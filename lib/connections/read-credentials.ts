import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { connectionCredentials } from "#drizzle/schema/connections.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Secrets } from "#lib/providers/connect-contract.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { connectionPlace, secretsVault } from "./secrets-vault.ts";

const StoredSecrets = z.record(z.string(), z.string());

/** `version` changes whenever the credentials do. */
export type Credentials = { secrets: Secrets; version: string };

/** A connection's secrets. Needs a transaction of `asSystem`: no person may read that table, not even as ciphertext. */
export async function readCredentials(
  tx: Transaction,
  connectionId: string,
): Promise<Result<Credentials, "none" | "unreadable">> {
  const [stored] = await tx
    .select({ ciphertext: connectionCredentials.ciphertext })
    .from(connectionCredentials)
    .where(eq(connectionCredentials.connectionId, connectionId));
  if (!stored) return fail("none");

  const secrets = await openSecrets(connectionId, stored.ciphertext);
  return secrets ? ok({ secrets, version: stored.ciphertext }) : fail("unreadable");
}

/** What is sealed for this connection; null when no key of this installation opens it. */
export async function openSecrets(connectionId: string, ciphertext: string): Promise<Secrets | null> {
  const opened = await secretsVault().open(ciphertext, connectionPlace(connectionId));
  return StoredSecrets.safeParse(opened.ok ? opened.value : null).data ?? null;
}
