import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { deliverableShares, deliverables } from "#drizzle/schema/deliverables.ts";
import { profiles } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";

const mostShares = 50;

/** One report of the organization with its links, the newest first; nothing where there is none such. */
export async function findDeliverable(member: Member, deliverableId: string) {
  if (!z.uuid().safeParse(deliverableId).success) return undefined;
  const { id, organizationId, kind, userId } = deliverables;
  const share = deliverableShares;

  return asUser(member, async (tx) => {
    const [found] = await tx
      .select({
        id,
        title: deliverables.title,
        clientName: deliverables.clientName,
        periodFrom: deliverables.periodFrom,
        periodTo: deliverables.periodTo,
        channels: deliverables.channels,
        status: deliverables.status,
        error: deliverables.error,
        path: deliverables.pdfPath,
        bytes: deliverables.pdfBytes,
        createdAt: deliverables.createdAt,
        readyAt: deliverables.readyAt,
        madeBy: sql<string | null>`coalesce(${profiles.name}, ${profiles.email})`,
      })
      .from(deliverables)
      .leftJoin(profiles, eq(profiles.id, userId))
      .where(and(eq(id, deliverableId), eq(organizationId, member.organizationId), eq(kind, "report")));
    if (!found) return undefined;

    const shares = await tx
      .select({
        id: share.id,
        createdAt: share.createdAt,
        expiresAt: share.expiresAt,
        revokedAt: share.revokedAt,
        views: share.views,
        lastViewedAt: share.lastViewedAt,
        madeBy: sql<string | null>`coalesce(${profiles.name}, ${profiles.email})`,
      })
      .from(share)
      .leftJoin(profiles, eq(profiles.id, share.createdBy))
      .where(and(eq(share.deliverableId, deliverableId), eq(share.organizationId, member.organizationId)))
      .orderBy(desc(share.createdAt), desc(share.id))
      .limit(mostShares);
    return { ...found, shares };
  });
}
