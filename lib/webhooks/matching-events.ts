import "server-only";
import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import type { EventFilter } from "./event-filter.ts";
import { receivedAtOf } from "./event-identity.ts";
import { eventSpan } from "./event-span.ts";
import { isEventId } from "./is-event-id.ts";
import { isFoundBy } from "./is-found-by.ts";
import { searchDays } from "./search-days.ts";

/** So many days are named to the search index; of more, the organization's condition must do. */
const mostDaysNamed = 32;

/** One condition on `webhook_events`: those of the organization that the filter names, wherever in the list they stand. */
export function matchingEvents(organizationId: string, filter: EventFilter, now: Date): SQL {
  const { status, channel, connection, type, q, problem, replay } = filter;
  const { from, to } = eventSpan(filter, now);
  const all = and(
    // The policy lets a person see every organization they belong to; these are of one.
    eq(webhookEvents.organizationId, organizationId),
    status && eq(webhookEvents.status, status),
    channel && eq(webhookEvents.provider, channel),
    connection ? eq(webhookEvents.connectionId, connection) : undefined,
    type ? eq(webhookEvents.eventType, type) : undefined,
    problem ? eq(webhookEvents.problemId, problem) : undefined,
    replay ? eq(webhookEvents.replayId, replay) : undefined,
    from && gte(webhookEvents.receivedAt, from),
    to && lt(webhookEvents.receivedAt, to),
    q
      ? foundBy(q, from ? searchDays(organizationId, from, to ? new Date(to.getTime() - 1) : now) : [])
      : undefined,
  );
  // There is at least the organization.
  return all as SQL;
}

/** Found by its own id too, which is in no document. */
function foundBy(typed: string, days: string[]): SQL {
  const asked = isFoundBy(typed, days.length > mostDaysNamed ? [] : days);
  if (!isEventId(typed)) return asked;
  const own = and(eq(webhookEvents.id, typed), eq(webhookEvents.receivedAt, receivedAtOf(typed)));
  return sql`(${own} or ${asked})`;
}
