import "server-only";
import { and, eq } from "drizzle-orm";
import { competitors } from "#drizzle/schema/social.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";

/** Ends watching an account; what was read of it goes with it. */
export async function stopWatching(
  member: Member,
  competitorId: string,
  visitor: Visitor = {},
): Promise<Result<{ handle: string }, "admins-only" | "not-watched">> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  return asUser(member, async (tx) => {
    const [removed] = await tx
      .delete(competitors)
      .where(and(eq(competitors.id, competitorId), eq(competitors.organizationId, member.organizationId)))
      .returning({ handle: competitors.handle, provider: competitors.provider });
    if (!removed) return fail("not-watched");

    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "competitor.removed",
      targetType: "competitor",
      targetId: competitorId,
      metadata: { provider: removed.provider, name: removed.handle },
      ...visitor,
    });
    return ok({ handle: removed.handle });
  });
}
