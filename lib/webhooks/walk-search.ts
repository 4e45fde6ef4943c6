import "server-only";
import { sql } from "drizzle-orm";
import { countedWindows } from "./counted-windows.ts";
import { receivedAtOf } from "./event-identity.ts";
import type { EventSearch } from "./event-search.ts";
import { matchingEvents } from "./matching-events.ts";
import type { Scan } from "./scan-stream.ts";
import { beyond, idAt, inOrder, type Stretch, within } from "./stretch.ts";
import { uncountedWindows } from "./uncounted-windows.ts";

const dayMs = 86_400_000;
/** Without a range that says otherwise, no further than this from where the list begins. */
const horizonMs = 30 * dayMs;
/** So quickly answered, three times as many days are asked for at once. */
const quickMs = 20;

/** Asks the search index day by day, then of more days at once the less there is to find. */
export async function walkSearch(search: EventSearch): Promise<Scan> {
  const { tx, organizationId, filter, wanted, now, deadline, stretch } = search;
  const { newestFirst } = stretch;
  const bound = newestFirst ? stretch.newerThan : stretch.olderThan;
  const end = bound ?? idAt(movedBy(filter.before ?? idAt(now), -horizonMs));
  if (await isNothingThere(search)) return { ids: [] };

  const ids: string[] = [];
  let at = newestFirst ? stretch.olderThan : (stretch.newerThan ?? end);
  let days = 1;
  while ((newestFirst ? at > end : at < end) && performance.now() < deadline) {
    const asked = performance.now();
    const step = idAt(movedBy(at, newestFirst ? -days * dayMs : days * dayMs));
    const until = newestFirst === step > end ? step : end;
    const part = newestFirst ? { olderThan: at, newerThan: until } : { olderThan: until, newerThan: at };
    ids.push(...(await found({ newestFirst, ...part }, wanted - ids.length)));
    if (ids.length >= wanted) return { ids };
    at = until;
    if (performance.now() - asked < quickMs) days *= 3;
  }
  return at === bound || !(await isMoreBeyond(search, at)) ? { ids } : { ids, reached: at };

  async function found(part: Stretch & { newerThan: string }, limit: number): Promise<string[]> {
    const [from, to] = [receivedAtOf(part.newerThan), receivedAtOf(part.olderThan)];
    const span = { from: from.toISOString(), to: new Date(to.getTime() + 1).toISOString() };
    // Materialized: with an order and a limit the planner would rather read the list and hope to meet the words soon.
    const rows = await tx.execute<{ id: string }>(sql`
      with found as materialized (
        select id, received_at from webhook_events
        where ${matchingEvents(organizationId, { ...filter, ...span }, now)} and ${within(part)})
      select id from found order by ${inOrder(part)} limit ${limit}::int`);
    return rows.map(({ id }) => id);
  }
}

/** True when a filter leaves nothing to look for words in; what was never tried has no words to be found by. */
async function isNothingThere(search: EventSearch): Promise<boolean> {
  const { status, channel, connection, type, problem, replay } = search.filter;
  if (status === "pending" || problem || replay || !(status || channel || connection || type)) return false;
  const { windows } = await countedWindows(search);
  return windows.length === 0 && (await uncountedWindows(search)).length === 0;
}

async function isMoreBeyond({ tx, organizationId, stretch }: EventSearch, at: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from webhook_events where organization_id = ${organizationId}::uuid and ${within(beyond(stretch, at))} limit 1`);
  return rows.length > 0;
}

const movedBy = (id: string, ms: number) => new Date(receivedAtOf(id).getTime() + ms);
