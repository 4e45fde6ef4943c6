import "server-only";
import { and, eq } from "drizzle-orm";
import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from "oauth4webapi";
import { uuidv7 } from "uuidv7";
import { connections, oauthSessions } from "#drizzle/schema/connections.ts";
import { hashSecret } from "#lib/crypto/hash-secret.ts";
import { randomSecret } from "#lib/crypto/random-secret.ts";
import { asUser } from "#lib/db/as-user.ts";
import { env } from "#lib/env.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { appOf } from "./app-of.ts";
import { attemptPlace, secretsVault } from "./secrets-vault.ts";

const lifetimeMs = 10 * 60_000;

type Beginning = {
  provider: string;
  /** The connection to renew in place. */
  reconnect?: string;
  /** Shows permissions and accounts that were declined before. */
  askAgain: boolean;
  /** What this browser's cookie holds; the answer must come back through the same one. */
  browserSecret: string;
};

export type BeginRefusal = "admins-only" | "unknown-provider" | "not-set-up" | "not-connected";

/**
 * Opens an attempt to connect and says where the platform's dialog is. The attempt lasts 10 minutes and belongs to this
 * person, browser and organization; the database knows its state only as a hash.
 */
export async function beginAttempt(
  member: Member,
  { provider: providerId, reconnect, askAgain, browserSecret }: Beginning,
): Promise<Result<URL, BeginRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  const provider = findProvider(providerId);
  if (provider?.connect.kind !== "dialog") return fail("unknown-provider");
  const { connect } = provider;
  const app = appOf(provider);
  if (!app) return fail("not-set-up");

  const id = uuidv7();
  const state = randomSecret();
  const redirectUri = `${env.OAUTH_REDIRECT_BASE_URL}/api/oauth/${provider.id}/callback`;
  const verifier = connect.usesPkce ? generateRandomCodeVerifier() : null;
  const sealedVerifier = verifier === null ? null : await secretsVault().seal(verifier, attemptPlace(id));

  const isBegun = await asUser(member, async (tx) => {
    if (reconnect !== undefined) {
      const [renewed] = await tx
        .select({ id: connections.id })
        .from(connections)
        .where(
          and(
            eq(connections.id, reconnect),
            eq(connections.organizationId, member.organizationId),
            eq(connections.provider, provider.id),
          ),
        );
      if (!renewed) return false;
    }
    await tx.insert(oauthSessions).values({
      id,
      stateHash: hashSecret(state),
      verifierCiphertext: sealedVerifier?.ciphertext ?? null,
      browserHash: hashSecret(browserSecret),
      organizationId: member.organizationId,
      userId: member.userId,
      provider: provider.id,
      reconnectConnectionId: reconnect,
      redirectUri,
      requestedScopes: provider.scopes.map(({ scope }) => scope),
      expiresAt: new Date(Date.now() + lifetimeMs),
    });
    return true;
  });
  if (!isBegun) return fail("not-connected");

  const codeChallenge = verifier === null ? null : await calculatePKCECodeChallenge(verifier);
  return ok(connect.dialogUrl(app, { redirectUri, state, codeChallenge, askAgain }));
}
