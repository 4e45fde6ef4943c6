import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { syncRuns } from "#drizzle/schema/syncs.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { enqueueSync } from "./enqueue-sync.ts";

export type SyncRefusal = "admins-only" | "too-many" | "not-connected" | "broken" | "under-way";

/** Has an account read now; its page shows how far it is. */
export async function requestSync(
  member: Member,
  connectionId: string,
  visitor: Visitor = {},
): Promise<Result<{ displayName: string }, SyncRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { allowed } = await knock("sync-connection", { userId: member.userId });
  if (!allowed) return fail("too-many");

  return asUser(member, async (tx) => {
    const [connection] = await tx
      .select({
        displayName: connections.displayName,
        provider: connections.provider,
        status: connections.status,
        runId: syncRuns.id,
      })
      .from(connections)
      .leftJoin(syncRuns, and(eq(syncRuns.connectionId, connections.id), eq(syncRuns.status, "running")))
      .where(
        and(
          eq(connections.id, connectionId),
          eq(connections.organizationId, member.organizationId),
          ne(connections.status, "disconnected"),
        ),
      );
    if (!connection || !findProvider(connection.provider)?.sync) return fail("not-connected");
    if (connection.status === "broken") return fail("broken");
    if (connection.runId) return fail("under-way");

    await enqueueSync(tx, connectionId, { cause: "person" });
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "connection.synced",
      targetType: "connection",
      targetId: connectionId,
      metadata: { name: connection.displayName },
      ...visitor,
    });
    return ok({ displayName: connection.displayName });
  });
}
