import "server-only";
import { and, desc, eq, ne } from "drizzle-orm";
import { webhookProblemStatus, webhookProblems } from "#drizzle/schema/webhook-log.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";

export const problemStatuses = webhookProblemStatus.enumValues;
export type ProblemStatus = (typeof problemStatuses)[number];

const { id, provider, eventType, cause, status, failures, firstSeenAt, lastSeenAt } = webhookProblems;
const shown = { id, provider, eventType, cause, status, failures, firstSeenAt, lastSeenAt };

/** Causes are few, since what differs from event to event is taken out of them; beyond this the eldest are left out. */
const mostShown = 200;

/** An organization's problems of one status, the one that failed last first. */
export async function listProblems(member: Member, wanted: ProblemStatus) {
  return asUser(member, (tx) =>
    tx
      .select(shown)
      .from(webhookProblems)
      // The policy lets a person see every organization they belong to; this list is of one.
      .where(and(eq(webhookProblems.organizationId, member.organizationId), eq(status, wanted)))
      .orderBy(desc(lastSeenAt), desc(id))
      .limit(mostShown),
  );
}

/** One problem of an organization, whatever its status, or nothing when it has none of this id. */
export async function findProblem(member: Member, problemId: string) {
  const [problem] = await asUser(member, (tx) =>
    tx
      .select(shown)
      .from(webhookProblems)
      .where(and(eq(id, problemId), eq(webhookProblems.organizationId, member.organizationId))),
  );
  return problem;
}

/** Takes a problem up, lays it down or opens it again. Doing so twice is as doing it once. */
export async function setProblemStatus(
  member: Member,
  problemId: string,
  wanted: ProblemStatus,
  visitor: Visitor,
): Promise<Result<{ status: ProblemStatus }, "admins-only" | "not-found">> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  return asUser(member, async (tx) => {
    const [changed] = await tx
      .update(webhookProblems)
      .set({ status: wanted, changedBy: member.userId, changedAt: new Date() })
      .where(
        and(eq(id, problemId), eq(webhookProblems.organizationId, member.organizationId), ne(status, wanted)),
      )
      .returning({ provider, eventType });
    if (changed) {
      await recordAudit(tx, {
        organizationId: member.organizationId,
        action: "problem.changed",
        targetType: "problem",
        targetId: problemId,
        metadata: { ...changed, status: wanted },
        ...visitor,
      });
      await notifyOrganization(tx, member.organizationId, "events");
      return ok({ status: wanted });
    }
    const [same] = await tx
      .select({ id })
      .from(webhookProblems)
      .where(and(eq(id, problemId), eq(webhookProblems.organizationId, member.organizationId)));
    return same ? ok({ status: wanted }) : fail("not-found");
  });
}
