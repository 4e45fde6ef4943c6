import "server-only";
import { eq, sql } from "drizzle-orm";
import { deliverableShares, deliverables } from "#drizzle/schema/deliverables.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { brandOf } from "#lib/brand/brand-of.ts";
import { hashSecret } from "#lib/crypto/hash-secret.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { fail, ok, type Result } from "#lib/result.ts";

/** What someone with a link sees, and nothing else of the organization. */
export type SharedReport = {
  title: string;
  clientName: string;
  organizationName: string;
  periodFrom: string | null;
  periodTo: string | null;
  expiresAt: Date;
  primaryColor: string;
  logoPath: string | null;
  path: string;
};

type Refusal = "unknown" | "ended";

/** `isView`: someone has opened its page, which is counted; reading its file again is not. */
export async function openShare(
  token: string,
  { isView }: { isView: boolean },
  now = new Date(),
): Promise<Result<SharedReport, Refusal>> {
  const share = deliverableShares;

  return asSystem(async (tx) => {
    const [found] = await tx
      .select({
        shareId: share.id,
        revokedAt: share.revokedAt,
        expiresAt: share.expiresAt,
        organizationId: share.organizationId,
        title: deliverables.title,
        clientName: deliverables.clientName,
        periodFrom: deliverables.periodFrom,
        periodTo: deliverables.periodTo,
        path: deliverables.pdfPath,
        organizationName: organizations.name,
      })
      .from(share)
      .innerJoin(deliverables, eq(deliverables.id, share.deliverableId))
      .innerJoin(organizations, eq(organizations.id, share.organizationId))
      .where(eq(share.tokenHash, hashSecret(token)));
    if (!found) return fail("unknown");
    const { shareId, revokedAt, organizationId, path, ...shown } = found;
    if (revokedAt || found.expiresAt <= now || !path) return fail("ended");

    if (isView) {
      await tx
        .update(share)
        .set({ views: sql`${share.views} + 1`, lastViewedAt: now })
        .where(eq(share.id, shareId));
      await notifyOrganization(tx, organizationId, "reports");
    }
    const { primaryColor, logoPath } = await brandOf(tx, organizationId);
    return ok({ ...shown, path, primaryColor, logoPath });
  });
}
