import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { webhookReplays } from "#drizzle/schema/webhook-log.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";

export type CancelReplayRefusal = "admins-only" | "not-running";

/** Sets no more events running from now on, whoever started the replay. The few that wait for the worker still run. */
export async function cancelReplay(
  member: Member,
  replayId: string,
  visitor: Visitor = {},
): Promise<Result<{ started: number }, CancelReplayRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  return asUser(member, async (tx) => {
    const { id, organizationId, status, started } = webhookReplays;
    const [replay] = await tx
      .update(webhookReplays)
      .set({ status: "cancelled", cancelledBy: member.userId, finishedAt: sql`now()` })
      .where(and(eq(id, replayId), eq(organizationId, member.organizationId), eq(status, "running")))
      .returning({ started });
    if (!replay) return fail("not-running");

    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "replay.cancelled",
      targetType: "replay",
      targetId: replayId,
      metadata: { events: replay.started },
      ...visitor,
    });
    await notifyOrganization(tx, member.organizationId, "replays");
    return ok(replay);
  });
}
