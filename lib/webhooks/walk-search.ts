import "server-only";
import { sql } from "drizzle-orm";
import { receivedAtOf } from "./event-identity.ts";
import type { EventSearch } from "./event-search.ts";
import { matchingEvents } from "./matching-events.ts";
import type { Scan } from "./scan-stream.ts";
import { beyond, idAt, inOrder, type Stretch, within } from "./stretch.ts";

const dayMs = 86_400_000;
/** Without a range that says otherwise, no further than this from where the list begins. */
const horizonMs = 30 * dayMs;
/** So quickly answered, more days are asked for at once. */
const quickMs = 20;

/** Asks the search index day by day, then of more days at once the less there is to find: up to three times as many. */
export async function walkSearch(search: EventSearch): Promise<Scan> {
  const { tx, organizationId, filter, wanted, now, deadline, stretch } = search;
  const { newestFirst } = stretch;
  const bound = newestFirst ? stretch.newerThan : stretch.olderThan;
  const end = bound ?? idAt(movedBy(filter.before ?? idAt(now), -horizonMs));
  const ids: string[] = [];
  let at = newestFirst ? stretch.olderThan : (stretch.newerThan ?? end);
  let days = 1;
  while ((newestFirst ? at > end : at < end) && performance.now() < deadline) {
    const asked = performance.now();
    const step = daysFrom(at, days);
    // Less than a day beyond it costs next to nothing along with the others.
    const left = (receivedAtOf(end).getTime() - step) * (newestFirst ? -1 : 1);
    const until = left < dayMs ? end : idAt(new Date(step));
    const part = newestFirst ? { olderThan: at, newerThan: until } : { olderThan: until, newerThan: at };
    const more = await found({ newestFirst, ...part }, wanted - ids.length);
    ids.push(...more);
    if (ids.length >= wanted) return { ids };
    at = until;
    if (performance.now() - asked < quickMs) {
      const expected = Math.ceil((days * (wanted - ids.length)) / more.length);
      days = Math.min(days * 3, expected);
    }
  }
  return at === bound || !(await isMoreBeyond(search, at)) ? { ids } : { ids, reached: at };

  /** Where so many days end on the way, the first of them begun: the days in UTC that the index is asked for. */
  function daysFrom(id: string, count: number): number {
    const moment = receivedAtOf(id).getTime();
    if (!newestFirst) return (Math.floor(moment / dayMs) + count) * dayMs;
    // Nothing is of later than today.
    return (Math.ceil(Math.min(moment, now.getTime()) / dayMs) - count) * dayMs;
  }

  async function found(part: Stretch & { newerThan: string }, limit: number): Promise<string[]> {
    const [from, to] = [part.newerThan, part.olderThan].map(receivedAtOf) as [Date, Date];
    // Up to a whole millisecond nothing of it is asked for: the day it may begin need not be named.
    const before = part.olderThan === idAt(to) ? to : new Date(to.getTime() + 1);
    const span = { from: from.toISOString(), to: before.toISOString() };
    // Materialized: with an order and a limit the planner would rather read the list and hope to meet the words soon. The
    // exact edges are outside: said twice, a time is taken for a much shorter one, and then all of it is read.
    const rows = await tx.execute<{ id: string }>(sql`
      with found as materialized (
        select id, received_at from webhook_events
        where ${matchingEvents(organizationId, { ...filter, ...span }, now)})
      select id from found where ${within(part)} order by ${inOrder(part)} limit ${limit}::int`);
    return rows.map(({ id }) => id);
  }
}

async function isMoreBeyond({ tx, organizationId, stretch }: EventSearch, at: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from webhook_events where organization_id = ${organizationId}::uuid and ${within(beyond(stretch, at))} limit 1`);
  return rows.length > 0;
}

const movedBy = (id: string, ms: number) => new Date(receivedAtOf(id).getTime() + ms);
