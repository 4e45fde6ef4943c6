import "server-only";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { connections } from "#drizzle/schema/connections.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import type { ReportRequest } from "./input.ts";

type Refusal = "viewers-only-read" | "unknown-account";

/** Asks for a report. It is made in the background; the list of reports says when it is ready. */
export async function requestReport(
  member: Member,
  { clientName, title, from, to, connectionIds }: ReportRequest,
  visitor?: Visitor,
): Promise<Result<{ deliverableId: string }, Refusal>> {
  if (!hasRole(member, "member")) return fail("viewers-only-read");
  const { organizationId, userId } = member;

  return asUser(member, async (tx) => {
    const wanted = [...new Set(connectionIds)];
    const [own] = await tx
      .select({ found: count() })
      .from(connections)
      .where(and(eq(connections.organizationId, organizationId), inArray(connections.id, wanted)));
    if (own?.found !== wanted.length) return fail("unknown-account");

    const deliverableId = uuidv7();
    // As SQL, since drizzle names every column, and people may write only these.
    await tx.execute(sql`
      insert into deliverables (id, organization_id, user_id, kind, client_name, title, period_from, period_to, channels)
      values (${deliverableId}, ${organizationId}, ${userId}, 'report', ${clientName}, ${title}, ${from}, ${to},
        ${`{${wanted.join(",")}}`}::text[])`);
    await enqueue(tx, "report.render", { deliverableId, isMonthly: false }, renderOptions(deliverableId));
    await recordAudit(tx, {
      organizationId,
      action: "report.requested",
      targetType: "deliverable",
      targetId: deliverableId,
      metadata: { name: title },
      ...visitor,
    });
    await notifyOrganization(tx, organizationId, "reports");
    return ok({ deliverableId });
  });
}

/** One job a report: asking again starts its tries anew. */
export const renderOptions = (deliverableId: string) => ({
  key: `report.render:${deliverableId}`,
  maxAttempts: 6,
});
