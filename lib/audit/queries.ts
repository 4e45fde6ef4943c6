import "server-only";
import { aliasedTable, and, desc, eq, sql } from "drizzle-orm";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { profiles } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { type AuditCursor, formatCursor, parseCursor } from "./cursor.ts";
import { describeAudit } from "./describe.ts";
import { describeUserAgent } from "./user-agent.ts";

const pageSize = 50;

export type AuditEvent = {
  id: string;
  createdAt: Date;
  /** The person, in the page's words. */
  who: string;
  what: string;
  /** Address and browser, where known. */
  from: string;
};

/**
 * One organization's audit log, newest first, a page at a time. `before` is the cursor of an earlier page; one that
 * is not ours counts as none. Empty for who may not read it.
 */
export async function listAuditEvents(member: Member, before?: unknown) {
  const rows = await readRows(member, parseCursor(before));
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);

  return {
    events: shown.map(toEvent),
    older: rows.length > pageSize && last ? formatCursor({ at: last.exactly, id: last.id }) : undefined,
  };
}

function readRows(member: Member, before: AuditCursor | undefined) {
  const { id, createdAt, action, actorId, ip, userAgent, metadata, organizationId, targetId } = auditEvents;
  const actor = aliasedTable(profiles, "actor");
  const target = aliasedTable(profiles, "target");

  return asUser(member, (tx) =>
    tx
      .select({
        id,
        createdAt,
        // A Date has milliseconds, the column microseconds: the cursor must not round.
        exactly: sql<string>`to_char(${createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
        action,
        actorId,
        actorName: sql<string | null>`coalesce(${actor.name}, ${actor.email})`,
        targetName: sql<string | null>`coalesce(${target.name}, ${target.email})`,
        ip,
        userAgent,
        metadata,
      })
      .from(auditEvents)
      .leftJoin(actor, eq(actor.id, actorId))
      .leftJoin(target, and(eq(auditEvents.targetType, "profile"), sql`${target.id}::text = ${targetId}`))
      .where(
        and(
          eq(organizationId, member.organizationId),
          before && sql`(${createdAt}, ${id}) < (${before.at}::timestamptz, ${before.id}::uuid)`,
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(pageSize + 1),
  );
}

function toEvent(row: Awaited<ReturnType<typeof readRows>>[number]): AuditEvent {
  const { id, createdAt, action, actorId, actorName, targetName, ip, userAgent, metadata } = row;
  const nobody = action.startsWith("auth.") ? "Someone" : "Trunkline";

  return {
    id,
    createdAt,
    who: actorName ?? (actorId ? "A former member" : nobody),
    what: describeAudit({ action, metadata, targetName }),
    from: [ip, describeUserAgent(userAgent)].filter(Boolean).join(", "),
  };
}
