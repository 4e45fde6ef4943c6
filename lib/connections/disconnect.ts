import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";

export type DisconnectRefusal = "admins-only" | "not-connected";

/** Stops using the account at once and keeps what came from it. Telling the platform is a job, because it may be down. */
export async function disconnect(
  member: Member,
  connectionId: string,
  visitor: Visitor = {},
): Promise<Result<{ displayName: string }, DisconnectRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  return asUser(member, async (tx) => {
    const [connection] = await tx
      .update(connections)
      .set({
        status: "disconnected",
        statusReason: null,
        statusSince: new Date(),
        webhookConfigured: false,
      })
      .where(
        and(
          eq(connections.id, connectionId),
          eq(connections.organizationId, member.organizationId),
          ne(connections.status, "disconnected"),
        ),
      )
      .returning({ displayName: connections.displayName, provider: connections.provider });
    if (!connection) return fail("not-connected");

    await enqueue(tx, "connection.revoke", { connectionId, attempt: 0 });
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "connection.disconnected",
      targetType: "connection",
      targetId: connectionId,
      metadata: { provider: connection.provider, name: connection.displayName },
      ...visitor,
    });
    await notifyOrganization(tx, member.organizationId, "connections");
    return ok({ displayName: connection.displayName });
  });
}
