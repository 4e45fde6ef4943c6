import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import { z } from "zod";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { type EventFilter, eventFilterQuery, parseEventFilter } from "./event-filter.ts";
import { isEventId } from "./is-event-id.ts";
import { matchingEvents } from "./matching-events.ts";
import { theseEvents } from "./these-events.ts";

const mostIds = 200;

/**
 * Which events are to run again: these, or all that match a filter of the event log. `atLeast` says that the dry run
 * did not see the end of them.
 */
export const ReplaySelection = z.union([
  z.object({ ids: z.array(z.string().refine(isEventId)).min(1).max(mostIds) }),
  z.object({ query: z.string().max(8_000), atLeast: z.literal(true).optional() }),
]);
export type ReplaySelection = z.infer<typeof ReplaySelection>;

/**
 * Reads a selection from an address: `ids`, or a filter. Null when any part cannot be read, because leaving it out
 * would run more than was asked for.
 */
export function parseReplaySelection(
  query: Record<string, string | string[] | undefined>,
): ReplaySelection | null {
  if (query.ids !== undefined) {
    const ids = [...new Set(String(query.ids).toLowerCase().split(","))].toSorted();
    return ReplaySelection.safeParse({ ids }).data ?? null;
  }
  const { filter, ignored } = parseEventFilter(query);
  if (ignored.length > 0) return null;
  const whole = { query: eventFilterQuery(withoutPlace(filter)).slice(1) };
  return ReplaySelection.safeParse(whole).data ?? null;
}

/** The selection as the query of an address, with its question mark. */
export function replaySelectionQuery(selection: ReplaySelection): string {
  if ("ids" in selection) return `?ids=${selection.ids.join(",")}`;
  return selection.query === "" ? "" : `?${selection.query}`;
}

/** The filter that a selection stands for; undefined where events were chosen one by one. */
export function replayFilter(selection: ReplaySelection): EventFilter | undefined {
  return "ids" in selection ? undefined : filterOf(selection.query);
}

/** The condition on `webhook_events` for a selection that was made at this moment; "the last hour" stays that hour. */
export function selectedEvents(organizationId: string, selection: ReplaySelection, madeAt: Date): SQL {
  if ("query" in selection) return matchingEvents(organizationId, filterOf(selection.query), madeAt);

  const chosen = and(eq(webhookEvents.organizationId, organizationId), theseEvents(selection.ids));
  // There is at least the organization.
  return chosen as SQL;
}

function filterOf(query: string): EventFilter {
  return withoutPlace(parseEventFilter(Object.fromEntries(new URLSearchParams(query))).filter);
}

function withoutPlace({ before: _before, after: _after, ...conditions }: EventFilter): EventFilter {
  return conditions;
}
