import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { EventFilter } from "./event-filter.ts";
import { receivedAtOf } from "./event-identity.ts";
import { findEventIds } from "./find-event-ids.ts";
import { theseEvents } from "./these-events.ts";

const pageSize = 50;
/** A larger one is told when it has been worked off: a page is not to read fifty of them. */
const toldUnreadBytes = 16_384;

export type EventSummary = Awaited<ReturnType<typeof rowsOf>>[number];

/**
 * A page of an organization's events, newest first, and the keys of the pages on either side of it. A search that
 * found too little in the time a person can be kept waiting says how far it looked: `older` goes on from there.
 */
export async function listEvents(member: Member, filter: EventFilter, now = new Date()) {
  const upwards = filter.after !== undefined;
  // One more than is shown tells whether there is another page, without counting.
  const { ids, reached } = await asSystem((tx) =>
    findEventIds(tx, member.organizationId, filter, { wanted: pageSize + 1, now }),
  );
  const hasMore = ids.length > pageSize;
  const events = await rowsOf(member, ids.slice(0, pageSize));

  const [first, last] = [events.at(0)?.id, events.at(-1)?.id];
  const further = hasMore ? (upwards ? first : last) : reached;
  return {
    events,
    newer: upwards ? further : filter.before && (first ?? filter.before),
    older: upwards ? last : further,
    ...(reached && !hasMore && { lookedTo: receivedAtOf(reached) }),
  };
}

const isUnread = sql`${webhookEvents.status} = 'pending' and ${webhookEvents.summary} is null
  and pg_column_size(${webhookEvents.payload}) <= ${toldUnreadBytes}`;

/** Read as the person: row-level security decides which of them they see. */
async function rowsOf(member: Member, ids: string[]) {
  if (ids.length === 0) return [];
  return asUser(member, (tx) =>
    tx
      .select({
        id: webhookEvents.id,
        receivedAt: webhookEvents.receivedAt,
        provider: webhookEvents.provider,
        accountName: connections.displayName,
        accountExternalId: webhookEvents.accountExternalId,
        eventType: webhookEvents.eventType,
        summary: webhookEvents.summary,
        errorMessage: webhookEvents.errorMessage,
        status: webhookEvents.status,
        attempts: webhookEvents.attempts,
        processedAt: webhookEvents.processedAt,
        /** Of an event that no worker has come to yet. */
        unread: sql`case when ${isUnread} then ${webhookEvents.payload} end`.mapWith(webhookEvents.payload),
      })
      .from(webhookEvents)
      .leftJoin(connections, eq(connections.id, webhookEvents.connectionId))
      .where(and(eq(webhookEvents.organizationId, member.organizationId), theseEvents(ids)))
      .orderBy(sql`${webhookEvents.receivedAt} desc, ${webhookEvents.id} desc`),
  );
}
