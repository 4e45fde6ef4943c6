import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { EventFilter } from "./event-filter.ts";
import { receivedAtOf } from "./event-identity.ts";
import { matchingEvents } from "./matching-events.ts";

const pageSize = 50;

export type EventSummary = Awaited<ReturnType<typeof listEvents>>["events"][number];

/** A page of an organization's events, newest first, and the keys of the pages on either side of it. */
export async function listEvents(member: Member, filter: EventFilter, now = new Date()) {
  const upwards = filter.after !== undefined;
  const rows = await asUser(member, (tx) =>
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
      })
      .from(webhookEvents)
      .leftJoin(connections, eq(connections.id, webhookEvents.connectionId))
      .where(and(matchingEvents(member.organizationId, filter, now), beyond(filter)))
      .orderBy(
        upwards
          ? sql`${webhookEvents.receivedAt}, ${webhookEvents.id}`
          : sql`${webhookEvents.receivedAt} desc, ${webhookEvents.id} desc`,
      )
      // One more than is shown tells whether there is another page, without counting.
      .limit(pageSize + 1),
  );

  const hasMore = rows.length > pageSize;
  const shown = rows.slice(0, pageSize);
  const events = upwards ? shown.reverse() : shown;
  const [first, last] = [events.at(0)?.id, events.at(-1)?.id];
  return {
    events,
    newer: (upwards ? hasMore : filter.before !== undefined) ? first : undefined,
    older: upwards || hasMore ? last : undefined,
  };
}

/** The id holds the moment, so the pair in the index is known from the id alone. */
function beyond({ before, after }: EventFilter): SQL | undefined {
  const id = before ?? after;
  if (!id) return undefined;

  const place = sql`(${webhookEvents.receivedAt}, ${webhookEvents.id})`;
  const edge = sql`(${receivedAtOf(id).toISOString()}::timestamptz, ${id}::uuid)`;
  return before ? sql`${place} < ${edge}` : sql`${place} > ${edge}`;
}
