import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { deliverableShares } from "#drizzle/schema/deliverables.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";

/** Ends a link at once. One that has ended stays ended. */
export async function revokeShare(
  member: Member,
  shareId: string,
  visitor?: Visitor,
): Promise<Result<undefined, "viewers-only-read" | "not-open">> {
  if (!hasRole(member, "member")) return fail("viewers-only-read");
  const { organizationId } = member;

  return asUser(member, async (tx) => {
    const [revoked] = await tx
      .update(deliverableShares)
      .set({ revokedAt: new Date() })
      .where(
        and(
          eq(deliverableShares.id, shareId),
          eq(deliverableShares.organizationId, organizationId),
          isNull(deliverableShares.revokedAt),
        ),
      )
      .returning({ deliverableId: deliverableShares.deliverableId });
    if (!revoked) return fail("not-open");

    await recordAudit(tx, {
      organizationId,
      action: "report.share_revoked",
      targetType: "deliverable",
      targetId: revoked.deliverableId,
      ...visitor,
    });
    await notifyOrganization(tx, organizationId, "reports");
    return ok(undefined);
  });
}
