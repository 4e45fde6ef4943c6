import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { webhookReplays } from "#drizzle/schema/webhook-log.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { enqueueReplay } from "./enqueue-replay.ts";
import { type ReplayPlan, replayPlan } from "./replay-plan.ts";
import type { ReplaySelection } from "./replay-selection.ts";

type ReplayRequest = {
  /** Made with the form, so that sending it twice starts one. */
  id: string;
  selection: ReplaySelection;
  /** Runs what has succeeded, too. */
  includesProcessed: boolean;
};

export type StartReplayRefusal = "admins-only" | "too-many" | "nothing-to-run" | "used-before";

/**
 * Has the selected events run again, those received before now. Returns the replay that does it: while one of the same
 * selection runs, that one, whoever started it.
 */
export async function startReplay(
  member: Member,
  request: ReplayRequest,
  visitor: Visitor = {},
): Promise<Result<{ replayId: string; isNew: boolean }, StartReplayRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const known = await asUser(member, (tx) => findSame(tx, member, request));
  if (known) return ok({ replayId: known, isNew: false });

  const { allowed } = await knock("replay", { userId: member.userId });
  if (!allowed) return fail("too-many");
  const plan = await replayPlan(member, request.selection);
  const planned = plan.counts.run + (request.includesProcessed ? plan.counts.succeeded : 0);
  if (planned === 0) return fail("nothing-to-run");

  return asUser(member, async (tx) => {
    // Of two who start the same at once, the second sees the first.
    const turn = `webhook-replays:${member.organizationId}`;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
    const same = await findSame(tx, member, request);
    if (same) return ok({ replayId: same, isNew: false });

    if (!(await insert(tx, member, request, planned, plan))) return fail("used-before");
    await enqueueReplay(tx, { replayId: request.id, turn: 0 });
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "replay.started",
      targetType: "replay",
      targetId: request.id,
      metadata: { events: planned, includesProcessed: request.includesProcessed },
      ...visitor,
    });
    await notifyOrganization(tx, member.organizationId, "replays");
    return ok({ replayId: request.id, isNew: true });
  });
}

/** The replay of this very form, or a running one that asks for the same. */
async function findSame(tx: Transaction, member: Member, request: ReplayRequest) {
  const { id, organizationId, status, selection, includesProcessed } = webhookReplays;
  const asked = JSON.stringify(request.selection);
  const [found] = await tx
    .select({ id })
    .from(webhookReplays)
    .where(
      and(
        eq(organizationId, member.organizationId),
        sql`(${id} = ${request.id}::uuid or (${status} = 'running'
          and ${includesProcessed} = ${request.includesProcessed}::boolean
          and ${selection} - 'atLeast' = ${asked}::text::jsonb - 'atLeast'))`,
      ),
    )
    .limit(1);
  return found?.id;
}

async function insert(
  tx: Transaction,
  { organizationId, userId }: Member,
  { id, selection, includesProcessed }: ReplayRequest,
  planned: number,
  { isComplete }: ReplayPlan,
): Promise<boolean> {
  const stored = JSON.stringify(isComplete ? selection : { ...selection, atLeast: true });
  // Written out, because a person may set these columns and no others.
  const rows = await tx.execute(sql`
    insert into webhook_replays (id, organization_id, requested_by, selection, includes_processed, planned)
    values (${id}, ${organizationId}, ${userId}, ${stored}::text::jsonb, ${includesProcessed}, ${planned})
    on conflict (id) do nothing returning id`);
  return rows.length > 0;
}
