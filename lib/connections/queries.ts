import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { connectionChecks, connections } from "#drizzle/schema/connections.ts";
import { profiles } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { findProvider } from "#lib/providers/registry.ts";

const summary = {
  id: connections.id,
  provider: connections.provider,
  externalId: connections.externalId,
  displayName: connections.displayName,
  username: connections.username,
  avatarUrl: connections.avatarUrl,
  status: connections.status,
  statusReason: connections.statusReason,
  statusSince: connections.statusSince,
  connectedAt: connections.connectedAt,
  lastEventAt: connections.lastEventAt,
  lastSyncedAt: connections.lastSyncedAt,
  lastVerifiedAt: connections.lastVerifiedAt,
  pausedUntil: connections.pausedUntil,
  accessExpiresAt: sql<string | null>`${connections.details} ->> 'accessExpiresAt'`,
  connectedBy: sql<string | null>`coalesce(${profiles.name}, ${profiles.email})`,
};

export type ConnectionSummary = Awaited<ReturnType<typeof listConnections>>[number];

/**
 * `renewsItself`: access that ends is renewed before it does, so its end is nobody's concern. `isSynced`: there is something
 * to read of such an account; of others all there is comes as events.
 */
const withRenewal = <Row extends { provider: string }>(row: Row) => ({
  ...row,
  renewsItself: (findProvider(row.provider)?.renewal ?? null) !== null,
  isSynced: (findProvider(row.provider)?.sync ?? null) !== null,
});

/** One organization's connected accounts, those that need someone first; disconnected ones have a list of their own. */
export async function listConnections(member: Member) {
  const rows = await asUser(member, (tx) =>
    tx
      .select(summary)
      .from(connections)
      .leftJoin(profiles, eq(profiles.id, connections.connectedBy))
      // The policy lets a user see every organization they belong to; this page shows one.
      .where(
        and(eq(connections.organizationId, member.organizationId), ne(connections.status, "disconnected")),
      )
      .orderBy(
        sql`array_position(array['broken', 'needs_attention', 'checking', 'healthy'], ${connections.status}::text)`,
        connections.displayName,
        connections.id,
      ),
  );
  return rows.map(withRenewal);
}

/** One organization's accounts that are not connected any more, the last one first. */
export async function listDisconnected(member: Member): Promise<ConnectionSummary[]> {
  const rows = await asUser(member, (tx) =>
    tx
      .select(summary)
      .from(connections)
      .leftJoin(profiles, eq(profiles.id, connections.connectedBy))
      .where(
        and(eq(connections.organizationId, member.organizationId), eq(connections.status, "disconnected")),
      )
      .orderBy(desc(connections.statusSince), connections.id),
  );
  return rows.map(withRenewal);
}

export type ConnectionDetail = NonNullable<Awaited<ReturnType<typeof findConnection>>>;

/** One connection, live or disconnected. */
export async function findConnection(member: Member, connectionId: string) {
  if (!z.uuid().safeParse(connectionId).success) return undefined;

  const [connection] = await asUser(member, (tx) =>
    tx
      .select(summary)
      .from(connections)
      .leftJoin(profiles, eq(profiles.id, connections.connectedBy))
      .where(and(eq(connections.id, connectionId), eq(connections.organizationId, member.organizationId))),
  );
  return connection && withRenewal(connection);
}

const Lines = z.array(
  z.object({
    id: z.string(),
    verdict: z.enum(["good", "warn", "bad", "unknown"]),
    title: z.string(),
    reason: z.string(),
    repair: z.literal("subscription").optional(),
  }),
);

export type LatestCheck = NonNullable<Awaited<ReturnType<typeof findLatestCheck>>>;

/** The last look at a connection, with its checklist; undefined when there was none. */
export async function findLatestCheck(member: Member, connectionId: string) {
  const [check] = await asUser(member, (tx) =>
    tx
      .select({ checkedAt: connectionChecks.checkedAt, lines: connectionChecks.lines })
      .from(connectionChecks)
      .where(
        and(
          eq(connectionChecks.connectionId, connectionId),
          eq(connectionChecks.organizationId, member.organizationId),
        ),
      )
      .orderBy(desc(connectionChecks.checkedAt), desc(connectionChecks.id))
      .limit(1),
  );
  return check && { ...check, lines: Lines.parse(check.lines) };
}

/** Who did what with a connection, newest first. The audit log is for owners and admins: others get nothing. */
export function listConnectionTrail(member: Member, connectionId: string) {
  return asUser(member, (tx) =>
    tx
      .select({
        id: auditEvents.id,
        action: auditEvents.action,
        at: auditEvents.createdAt,
        actor: sql<string | null>`coalesce(${profiles.name}, ${profiles.email})`,
      })
      .from(auditEvents)
      .leftJoin(profiles, eq(profiles.id, auditEvents.actorId))
      .where(
        and(
          eq(auditEvents.organizationId, member.organizationId),
          eq(auditEvents.targetType, "connection"),
          eq(auditEvents.targetId, connectionId),
        ),
      )
      .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
      .limit(20),
  );
}
