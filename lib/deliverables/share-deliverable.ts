import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliverables } from "#drizzle/schema/deliverables.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { hashSecret } from "#lib/crypto/hash-secret.ts";
import { randomSecret } from "#lib/crypto/random-secret.ts";
import { asUser } from "#lib/db/as-user.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { shareUrl } from "./share-url.ts";

/** For how many days a link may work. */
export const shareDays = [7, 30, 90, 365] as const;
export type ShareDays = (typeof shareDays)[number];

const dayMs = 24 * 60 * 60_000;

/** Makes a link that opens the report without an account. Only its hash is kept: the address is told this once. */
export async function shareDeliverable(
  member: Member,
  { deliverableId, days }: { deliverableId: string; days: ShareDays },
  visitor?: Visitor,
  now = new Date(),
): Promise<Result<{ url: string; expiresAt: Date }, "viewers-only-read" | "not-ready">> {
  if (!hasRole(member, "member")) return fail("viewers-only-read");
  const { organizationId, userId } = member;
  const token = randomSecret();
  const expiresAt = new Date(now.getTime() + days * dayMs);

  return asUser(member, async (tx) => {
    const [ready] = await tx
      .select({ title: deliverables.title })
      .from(deliverables)
      .where(
        and(
          eq(deliverables.id, deliverableId),
          eq(deliverables.organizationId, organizationId),
          eq(deliverables.status, "ready"),
        ),
      );
    if (!ready) return fail("not-ready");

    // As SQL, since drizzle names every column, and people may write only these.
    await tx.execute(sql`
      insert into deliverable_shares (id, organization_id, deliverable_id, token_hash, created_by, expires_at)
      values (${uuidv7()}, ${organizationId}, ${deliverableId}, ${hashSecret(token)}, ${userId}, ${expiresAt.toISOString()})`);
    await recordAudit(tx, {
      organizationId,
      action: "report.shared",
      targetType: "deliverable",
      targetId: deliverableId,
      metadata: { name: ready.title, days },
      ...visitor,
    });
    await notifyOrganization(tx, organizationId, "reports");
    return ok({ url: shareUrl(token), expiresAt });
  });
}
