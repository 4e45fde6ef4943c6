import "server-only";
import { eq, sql } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { retentionDays } from "#lib/organizations/settings.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { countPast } from "./count-past.ts";
import { effectiveRetention, retentionEnd } from "./effective-retention.ts";

export type RetentionChange = { days: number; mayDelete: boolean };
type Refusal = "admins-only" | "out-of-range" | "would-delete";

/**
 * Sets for how many days events are kept. What would then be too old is deleted at once and for good, so that takes being
 * said: until then the answer is how many, counted up to one more than `mostCounted`.
 */
export async function changeRetention(
  member: Member,
  { days, mayDelete }: RetentionChange,
  visitor?: Visitor,
  now = new Date(),
): Promise<Result<{ days: number }, Refusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const longest = env.EVENT_RETENTION_MAX_DAYS;
  if (days < retentionDays.shortest || days > longest) return fail("out-of-range");

  return asUser(member, async (tx) => {
    const { id, settings } = organizations;
    const [before] = await tx
      .select({ settings })
      .from(organizations)
      .where(eq(id, member.organizationId))
      .for("update");
    const daysBefore = effectiveRetention(before?.settings, longest);
    const isShorter = days < daysBefore;
    if (isShorter && !mayDelete && (await countPast(tx, member, retentionEnd(days, now), 1)) > 0) {
      return fail("would-delete");
    }

    const chosen = JSON.stringify({ eventRetentionDays: days });
    await tx
      .update(organizations)
      .set({ settings: sql`${settings} || ${chosen}::text::jsonb` })
      .where(eq(id, member.organizationId));
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "organization.changed",
      targetType: "organization",
      targetId: member.organizationId,
      metadata: { changes: { eventRetentionDays: { from: String(daysBefore), to: String(days) } } },
      ...visitor,
    });
    const { organizationId } = member;
    await enqueue(tx, "webhooks.retain", { organizationId }, { key: `webhooks.retain:${organizationId}` });
    return ok({ days });
  });
}
