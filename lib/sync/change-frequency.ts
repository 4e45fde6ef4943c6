import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { frequencyWords } from "./frequency-words.ts";

type Refusal = "admins-only" | "too-many" | "not-connected";

/** Has an account read so often from now on, counted from when it was last read. */
export async function changeFrequency(
  member: Member,
  { connectionId, minutes }: { connectionId: string; minutes: number },
  visitor: Visitor = {},
): Promise<Result<{ displayName: string }, Refusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { allowed } = await knock("settings", { userId: member.userId });
  if (!allowed) return fail("too-many");

  return asUser(member, async (tx) => {
    const [connection] = await tx
      .update(connections)
      .set({ syncFrequencyMinutes: minutes })
      .where(
        and(
          eq(connections.id, connectionId),
          eq(connections.organizationId, member.organizationId),
          ne(connections.status, "disconnected"),
        ),
      )
      .returning({ displayName: connections.displayName });
    if (!connection) return fail("not-connected");

    await enqueue(tx, "connection.plan-sync", { connectionId });
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "connection.sync_frequency_changed",
      targetType: "connection",
      targetId: connectionId,
      metadata: { name: connection.displayName, often: frequencyWords(minutes) },
      ...visitor,
    });
    await notifyOrganization(tx, member.organizationId, "syncs");
    return ok(connection);
  });
}
