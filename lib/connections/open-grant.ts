import "server-only";
import type { AppCredentials, ConnectProvider, Grant } from "#lib/providers/connect-contract.ts";
import type { DialogConnect } from "#lib/providers/dialog-connect.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { appOf } from "./app-of.ts";
import type { Attempt } from "./find-attempt.ts";
import { attemptPlace, secretsVault } from "./secrets-vault.ts";
import { StoredGrant } from "./stored-grant.ts";

/** What was granted, with the registration it was granted to. */
export type GivenGrant = { provider: ConnectProvider; app: AppCredentials; grant: Grant };

export type OpenGrant = GivenGrant & { connect: DialogConnect };

/** What an attempt was granted, while the person may still choose from it; null before, after, and once it lapsed. */
export async function openGrant(attempt: Attempt, now = new Date()): Promise<OpenGrant | null> {
  const provider = findProvider(attempt.provider);
  const app = provider && appOf(provider);
  if (!app || provider.connect.kind !== "dialog") return null;
  if (attempt.grantCiphertext === null || attempt.expiresAt <= now) return null;

  const opened = await secretsVault().open(attempt.grantCiphertext, attemptPlace(attempt.id));
  const grant = StoredGrant.safeParse(opened.ok ? opened.value : null);
  return grant.success ? { provider, connect: provider.connect, app, grant: grant.data } : null;
}
