import type { EventPage } from "#components/events/event-page.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { describeRow } from "#lib/webhooks/describe-row.ts";
import { type EventFilter, eventFilterQuery } from "#lib/webhooks/event-filter.ts";
import { listEvents } from "#lib/webhooks/list-events.ts";

/** What the page shows at first, and what it reads anew while events come in. */
export async function eventPage(member: Member, filter: EventFilter): Promise<EventPage> {
  const { events, newer, older, lookedTo } = await listEvents(member, filter);
  const here = `/o/${member.organizationSlug}/events`;
  const query = eventFilterQuery(filter);
  const { before: _before, after: _after, ...conditions } = filter;
  const address = (place: { before?: string; after?: string }) =>
    here + eventFilterQuery({ ...conditions, ...place });

  return {
    rows: events.map((event) => ({ ...describeRow(event), href: `${here}/${event.id}${query}` })),
    ...(newer && { newerHref: address({ after: newer }) }),
    ...(older && { olderHref: address({ before: older }) }),
    ...(lookedTo && { lookedTo: lookedTo.toISOString() }),
  };
}
