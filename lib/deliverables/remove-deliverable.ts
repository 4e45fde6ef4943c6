import "server-only";
import { and, eq } from "drizzle-orm";
import { deliverables } from "#drizzle/schema/deliverables.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";

/** Removes a report for good; its links stop working at once, its file goes in the background. */
export async function removeDeliverable(
  member: Member,
  deliverableId: string,
  visitor?: Visitor,
): Promise<Result<{ title: string }, "viewers-only-read" | "not-there">> {
  if (!hasRole(member, "member")) return fail("viewers-only-read");
  const { organizationId } = member;

  return asUser(member, async (tx) => {
    const [removed] = await tx
      .delete(deliverables)
      .where(and(eq(deliverables.id, deliverableId), eq(deliverables.organizationId, organizationId)))
      .returning({ title: deliverables.title });
    if (!removed) return fail("not-there");

    await enqueue(tx, "deliverable.forget-file", { organizationId, deliverableId });
    await recordAudit(tx, {
      organizationId,
      action: "report.removed",
      targetType: "deliverable",
      targetId: deliverableId,
      metadata: { name: removed.title },
      ...visitor,
    });
    await notifyOrganization(tx, organizationId, "reports");
    return ok(removed);
  });
}
