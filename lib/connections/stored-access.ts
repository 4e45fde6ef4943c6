import "server-only";
import { eq, getTableColumns } from "drizzle-orm";
import { connectionCredentials, connections } from "#drizzle/schema/connections.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Account, AppCredentials, Provider } from "#lib/providers/connect-contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import type { TokenLife } from "#lib/providers/renewal.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { appOf } from "./app-of.ts";
import { openSecrets } from "./read-credentials.ts";

/** `none`: no secrets are stored. `unreadable`: no key of this installation opens them. `not-set-up`: ours are missing. */
export type AccessProblem = "unknown" | "none" | "unreadable" | "not-set-up";

/** What it takes to call a platform for one connection, live or not. `version` changes whenever the secrets do. */
export type StoredAccess = {
  connectionId: string;
  organizationId: string;
  provider: Provider;
  app: AppCredentials;
  account: Account;
  version: string;
  life: TokenLife;
  /** How the last tries to renew it went; `retryAt`: not again before. */
  renewal: { failures: number; retryAt: Date | null; error: string | null };
  pause: { until: Date; reason: string } | null;
};

/**
 * Opens a connection's access. Needs a transaction of `asSystem`. With `lock` the credentials' row is held until it ends, so
 * that what is read is what is there.
 */
export async function storedAccess(
  tx: Transaction,
  connectionId: string,
  lock?: "lock",
): Promise<Result<StoredAccess, AccessProblem>> {
  const query = tx
    .select()
    .from(connectionCredentials)
    .where(eq(connectionCredentials.connectionId, connectionId));
  // By itself and first: what waits for the lock must read the connection as it is afterwards.
  const [stored] = await (lock ? query.for("update") : query);
  const [connection] = await tx
    .select(getTableColumns(connections))
    .from(connections)
    .where(eq(connections.id, connectionId));
  const provider = connection && findProvider(connection.provider);
  if (!provider) return fail("unknown");
  if (!stored) return fail("none");
  const secrets = await openSecrets(connectionId, stored.ciphertext);
  if (!secrets) return fail("unreadable");
  const app = appOf(provider);
  if (!app) return fail("not-set-up");

  const { savedAt, accessExpiresAt, refreshExpiresAt } = stored;
  const { pausedUntil, pauseReason } = connection;
  return ok({
    connectionId,
    organizationId: connection.organizationId,
    provider,
    app,
    account: { externalId: connection.externalId, secrets, lastEventAt: connection.lastEventAt },
    version: stored.ciphertext,
    life: { savedAt, accessExpiresAt, refreshExpiresAt },
    renewal: {
      failures: stored.renewalFailures,
      retryAt: stored.renewalRetryAt,
      error: stored.renewalError,
    },
    pause: pausedUntil && pausedUntil > new Date() ? { until: pausedUntil, reason: pauseReason ?? "" } : null,
  });
}
