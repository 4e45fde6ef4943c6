import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { enqueueCheck } from "./enqueue-check.ts";

/** Has the connection looked at now; the page hears of the result by itself. */
export async function requestCheck(
  member: Member,
  connectionId: string,
  visitor: Visitor = {},
): Promise<Result<{ displayName: string }, "admins-only" | "not-connected" | "too-many">> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { allowed } = await knock("check-connection", { userId: member.userId });
  if (!allowed) return fail("too-many");

  return asUser(member, async (tx) => {
    const [connection] = await tx
      .select({ displayName: connections.displayName })
      .from(connections)
      .where(
        and(
          eq(connections.id, connectionId),
          eq(connections.organizationId, member.organizationId),
          ne(connections.status, "disconnected"),
        ),
      );
    if (!connection) return fail("not-connected");

    await enqueueCheck(tx, connectionId, { cause: "person" });
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "connection.checked",
      targetType: "connection",
      targetId: connectionId,
      metadata: { name: connection.displayName },
      ...visitor,
    });
    return ok(connection);
  });
}
