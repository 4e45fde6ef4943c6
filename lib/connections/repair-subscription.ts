import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { checkConnection } from "./check-connection.ts";
import { withAccess } from "./with-access.ts";

export type RepairRefusal = "admins-only" | "too-many" | "not-connected" | "by-hand";

/** `isMended`: events will come. The sentence says so, or what still stands in the way. */
export type Repair = { isMended: boolean; sentence: string };

/** Makes the platform send events to this installation again, and looks whether it will. */
export async function repairSubscription(
  member: Member,
  connectionId: string,
  visitor: Visitor = {},
): Promise<Result<Repair, RepairRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { allowed } = await knock("check-connection", { userId: member.userId });
  if (!allowed) return fail("too-many");

  const begun = await begin(member, connectionId, visitor);
  if (!begun) return fail("not-connected");
  const { name, subscribe } = findProvider(begun.provider) ?? {};
  if (!subscribe || !name) return fail("by-hand");

  const answer = await withAccess(connectionId, subscribe, { isUrgent: true });
  await checkConnection(connectionId, "person");
  if (!answer.ok)
    return ok({ isMended: false, sentence: `${answer.error.sentence} ${answer.error.nextStep}` });

  const { isComplete, missing, pointsElsewhere } = answer.value;
  if (pointsElsewhere) {
    return ok({
      isMended: false,
      sentence: `${name} still sends events to another address: ${pointsElsewhere}.`,
    });
  }
  return isComplete
    ? ok({ isMended: true, sentence: `${name} sends events here again.` })
    : ok({ isMended: false, sentence: `${name} still does not send: ${missing.join(", ")}.` });
}

async function begin(member: Member, connectionId: string, visitor: Visitor) {
  return asUser(member, async (tx) => {
    const [connection] = await tx
      .select({ provider: connections.provider, name: connections.displayName })
      .from(connections)
      .where(
        and(
          eq(connections.id, connectionId),
          eq(connections.organizationId, member.organizationId),
          ne(connections.status, "disconnected"),
        ),
      );
    if (!connection) return undefined;

    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "connection.subscription_repaired",
      targetType: "connection",
      targetId: connectionId,
      metadata: { name: connection.name },
      ...visitor,
    });
    return connection;
  });
}
