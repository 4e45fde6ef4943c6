import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { deliverables } from "#drizzle/schema/deliverables.ts";
import { profiles } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";

const pageLength = 20;

export type ListedDeliverable = {
  id: string;
  title: string;
  clientName: string;
  periodFrom: string | null;
  periodTo: string | null;
  /** Connections' ids; none means all. */
  channels: string[];
  status: "waiting" | "ready" | "failed";
  error: string | null;
  bytes: number | null;
  createdAt: Date;
  /** Null for a monthly one, and where the person is gone. */
  madeBy: string | null;
  /** Links that still open it, and how often all its links were opened. */
  links: number;
  views: number;
};

const { id, organizationId, title, clientName, createdAt, kind, userId } = deliverables;

/** Reports, the newest first, a page at a time: `after` is the id of the last one seen. */
export async function listDeliverables(
  member: Member,
  after?: string,
): Promise<{ deliverables: ListedDeliverable[]; next: string | null }> {
  const seen = z.uuid().safeParse(after).data ?? null;
  const shares = (what: string) => sql<number>`(
    select ${sql.raw(what)}::int from deliverable_shares share where share.deliverable_id = ${id})`;

  const rows = await asUser(member, (tx) =>
    tx
      .select({
        ...{ id, title, clientName, createdAt },
        periodFrom: deliverables.periodFrom,
        periodTo: deliverables.periodTo,
        channels: deliverables.channels,
        status: deliverables.status,
        error: deliverables.error,
        bytes: deliverables.pdfBytes,
        madeBy: sql<string | null>`coalesce(${profiles.name}, ${profiles.email})`,
        links: shares("count(*) filter (where share.revoked_at is null and share.expires_at > now())"),
        views: shares("coalesce(sum(share.views), 0)"),
      })
      .from(deliverables)
      .leftJoin(profiles, eq(profiles.id, userId))
      .where(
        and(
          eq(organizationId, member.organizationId),
          eq(kind, "report"),
          seen === null
            ? undefined
            : sql`(${createdAt}, ${id}) < (select created_at, id from deliverables
              where id = ${seen} and organization_id = ${member.organizationId})`,
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(pageLength + 1),
  );
  const page = rows.slice(0, pageLength);
  return { deliverables: page, next: rows.length > pageLength ? (page.at(-1)?.id ?? null) : null };
}
