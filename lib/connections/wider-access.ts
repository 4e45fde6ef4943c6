import "server-only";
import { and, eq, notInArray } from "drizzle-orm";
import { z } from "zod";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { ConnectProvider, Grant, ReachableAccount, Verified } from "#lib/providers/connect-contract.ts";
import { faultVerdict } from "#lib/providers/fault-verdict.ts";
import { appOf } from "./app-of.ts";
import { type Access, lostAccess } from "./lost-access.ts";
import { readCredentials } from "./read-credentials.ts";

type Offered = { account: ReachableAccount; grant: Grant; verified: Verified };

/** `lost`: what would stop working, in sentences. Not `isKnownToWork`: the platform gave no clear answer just now. */
export type WiderAccess = { connectionId: string; lost: string[]; isKnownToWork: boolean };

/**
 * This organization's connection to the account, if its stored access may do something that what is offered may not. The
 * platform is asked, since what we know may be out of date; only its word that the access has ended lets go of it.
 */
export async function widerAccess(
  member: Member,
  provider: ConnectProvider,
  { account, grant, verified }: Offered,
): Promise<WiderAccess | null> {
  const { externalId } = account.offer;
  const app = appOf(provider);
  const current = app && (await currentAccess(member, provider, externalId));
  if (!app || !current) return null;

  const old = await provider.verify(app, { externalId, secrets: current.secrets });
  if (!old.ok && faultVerdict(old.error.kind) === "bad") return null;

  const before = {
    ...(old.ok ? old.value : current.remembered),
    // One person has one role, and it is what they were just told.
    details: current.authorizedBy === grant.authorizedBy ? account.details : current.remembered.details,
  };
  const lost = lostAccess(provider, before, { ...verified, details: account.details });
  return lost.length > 0 ? { connectionId: current.id, lost, isKnownToWork: old.ok } : null;
}

const StoredDetails = z.object({
  account: z.json().default(null),
  accessExpiresAt: z.coerce.date().nullable().default(null),
});

/** One that is broken has nothing to lose, even where its token alone still lives. */
async function currentAccess(member: Member, provider: ConnectProvider, externalId: string) {
  return asSystem(async (tx) => {
    const [connection] = await tx
      .select({
        id: connections.id,
        authorizedBy: connections.authorizedByExternalId,
        scopes: connections.scopes,
        details: connections.details,
      })
      .from(connections)
      .where(
        and(
          eq(connections.organizationId, member.organizationId),
          eq(connections.provider, provider.id),
          eq(connections.externalId, externalId),
          notInArray(connections.status, ["disconnected", "broken"]),
        ),
      );
    if (!connection) return null;

    const credentials = await readCredentials(tx, connection.id);
    if (!credentials.ok) return null;

    const { account, accessExpiresAt } = StoredDetails.parse(connection.details);
    const remembered: Access = { scopes: connection.scopes, accessExpiresAt, details: account };
    const { id, authorizedBy } = connection;
    return { id, authorizedBy, remembered, secrets: credentials.value.secrets };
  });
}
