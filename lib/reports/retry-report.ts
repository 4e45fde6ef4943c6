import "server-only";
import { and, eq } from "drizzle-orm";
import { deliverables } from "#drizzle/schema/deliverables.ts";
import { asUser } from "#lib/db/as-user.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { renderOptions } from "./request-report.ts";

/** Has a report that failed made once more. */
export async function retryReport(
  member: Member,
  deliverableId: string,
): Promise<Result<undefined, "viewers-only-read" | "not-failed">> {
  if (!hasRole(member, "member")) return fail("viewers-only-read");

  return asUser(member, async (tx) => {
    const { id, organizationId, userId, status, kind } = deliverables;
    const [failed] = await tx
      .select({ id, userId })
      .from(deliverables)
      .where(
        and(
          eq(id, deliverableId),
          eq(organizationId, member.organizationId),
          eq(kind, "report"),
          eq(status, "failed"),
        ),
      );
    if (!failed) return fail("not-failed");

    // What nobody asked for is the monthly one, and still has to be mailed.
    const isMonthly = failed.userId === null;
    await enqueue(tx, "report.render", { deliverableId, isMonthly }, renderOptions(deliverableId));
    return ok(undefined);
  });
}
