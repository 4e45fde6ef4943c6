import "server-only";
import { sql } from "drizzle-orm";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";

export type DisconnectRefusal = "admins-only" | "not-connected" | "too-many";

/** Stops using the account at once and keeps what came from it. Telling the platform is a job, because it may be down. */
export async function disconnect(
  member: Member,
  connectionId: string,
  visitor: Visitor = {},
): Promise<Result<{ displayName: string }, DisconnectRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { allowed } = await knock("disconnect", { userId: member.userId });
  if (!allowed) return fail("too-many");

  return asUser(member, async (tx) => {
    const [connection] = await tx.execute<{ provider: string; display_name: string }>(
      sql`select * from private.disconnect(${member.organizationId}, ${connectionId})`,
    );
    if (!connection) return fail("not-connected");

    await enqueue(tx, "connection.revoke", { connectionId, attempt: 0 });
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "connection.disconnected",
      targetType: "connection",
      targetId: connectionId,
      metadata: { provider: connection.provider, name: connection.display_name },
      ...visitor,
    });
    await notifyOrganization(tx, member.organizationId, "connections");
    return ok({ displayName: connection.display_name });
  });
}
