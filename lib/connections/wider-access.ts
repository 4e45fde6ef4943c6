import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { ConnectProvider } from "#lib/providers/connect-contract.ts";
import { appOf } from "./app-of.ts";
import { readCredentials } from "./read-credentials.ts";

/**
 * This organization's connection to the account, if its stored access still works and may do something that `scopes` may
 * not. The platform is asked, since what we know of the old access may be out of date.
 */
export async function widerAccess(
  member: Member,
  provider: ConnectProvider,
  externalId: string,
  scopes: readonly string[],
): Promise<{ connectionId: string; scopes: string[] } | null> {
  const app = appOf(provider);
  if (!app) return null;

  const current = await asSystem(async (tx) => {
    const [connection] = await tx
      .select({ id: connections.id })
      .from(connections)
      .where(
        and(
          eq(connections.organizationId, member.organizationId),
          eq(connections.provider, provider.id),
          eq(connections.externalId, externalId),
          ne(connections.status, "disconnected"),
        ),
      );
    if (!connection) return null;
    const credentials = await readCredentials(tx, connection.id);
    return credentials.ok ? { id: connection.id, secrets: credentials.value.secrets } : null;
  });
  if (!current) return null;

  const old = await provider.verify(app, { externalId, secrets: current.secrets });
  if (!old.ok) return null;

  const meant = new Set(provider.scopes.filter(({ without }) => without !== null).map(({ scope }) => scope));
  const isWider = old.value.scopes.some((scope) => meant.has(scope) && !scopes.includes(scope));
  return isWider ? { connectionId: current.id, scopes: old.value.scopes } : null;
}
