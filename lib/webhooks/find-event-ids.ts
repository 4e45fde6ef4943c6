import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { isNothingCounted } from "./counted-windows.ts";
import type { EventFilter } from "./event-filter.ts";
import { receivedAtOf } from "./event-identity.ts";
import type { EventSearch } from "./event-search.ts";
import { type EventStream, eventStream } from "./event-stream.ts";
import { isEventId } from "./is-event-id.ts";
import { matchingEvents } from "./matching-events.ts";
import { type Scan, scanStream } from "./scan-stream.ts";
import { beyond, stretchOf, within } from "./stretch.ts";
import { walkCounted } from "./walk-counted.ts";
import { walkOn } from "./walk-on.ts";
import { walkSearch } from "./walk-search.ts";
import { walkUncounted } from "./walk-uncounted.ts";

/** Words cost more to look up than hours, so a search reads further first. */
const lookAt = { plain: 500, search: 1_500 };
/** Met so often, what is searched for fills a page sooner on the way than by way of the index, which tells no order. */
const oftenEnough = 5;
const patienceMs = 250;

/**
 * The ids of a filter's events in the order of the list, in about the same time however many there are: frequent ones
 * are met soon on the way, rare ones are looked up by the hours they were counted in or in the search index.
 *
 * Runs as the system: for a person's own role Postgres leaves out the indexes by status and by words, since their
 * operators might tell of rows that the policy has not let through. Whoever asks reads the rows as that person.
 */
export async function findEventIds(
  tx: Transaction,
  organizationId: string,
  filter: EventFilter,
  { wanted, now }: { wanted: number; now: Date },
): Promise<Scan> {
  const deadline = performance.now() + patienceMs;
  const stretch = stretchOf(filter, now);
  if (!stretch) return { ids: [] };

  const { range: _range, from: _from, to: _to, ...conditions } = filter;
  const matching = matchingEvents(organizationId, conditions, now);
  const isByConnection = Boolean(filter.channel || filter.connection || filter.status === "pending");
  const connectionIds = isByConnection ? await connectionsOf(tx, organizationId, filter) : [];
  const whole = {
    tx,
    organizationId,
    filter: conditions,
    stretch,
    matching,
    connectionIds,
    wanted,
    now,
    deadline,
  };

  const named = filter.q && isEventId(filter.q) ? await eventNamed(whole, filter.q) : undefined;
  if (named) return { ids: [named] };

  const stream = eventStream(organizationId, conditions, connectionIds);
  const hasCounts = isCounted(filter);
  if (hasCounts && !stream.isWhole && (await isNothingCounted(whole))) {
    return walkUncounted({ ...whole, connectionIds: await allowedConnections() }, stream);
  }

  const { ids, reached } = filter.q
    ? await scanForWords(whole, stream)
    : await scanStream(whole, { stream, lookAt: lookAt.plain });
  if (!reached) return { ids };

  const rest = {
    ...whole,
    connectionIds: await allowedConnections(),
    stretch: beyond(stretch, reached),
    wanted: wanted - ids.length,
  };
  const more = await walk(rest);
  return { ...more, ids: [...ids, ...more.ids] };

  function walk(search: EventSearch): Promise<Scan> {
    if (filter.q) return walkSearch(search);
    return hasCounts ? walkCounted(search, stream) : walkOn(search, stream);
  }

  async function allowedConnections(): Promise<string[]> {
    return isByConnection ? connectionIds : connectionsOf(tx, organizationId, filter);
  }
}

async function scanForWords(search: EventSearch, stream: EventStream): Promise<Scan> {
  const first = await scanStream(search, { stream, lookAt: lookAt.search, oftenEnough });
  if (!first.reached || first.ids.length < oftenEnough) return first;

  const wanted = search.wanted - first.ids.length;
  const onward = { ...search, wanted, stretch: beyond(search.stretch, first.reached) };
  const expected = (lookAt.search * wanted) / first.ids.length;
  const next = await scanStream(onward, { stream, lookAt: Math.ceil(expected * 1.5) });
  return { ...next, ids: [...first.ids, ...next.ids] };
}

/** True where the hourly counts tell which events of a filter there are. */
function isCounted({ status, channel, connection, type, problem, replay }: EventFilter): boolean {
  if (status === "pending" || problem || replay) return false;
  return Boolean(status || channel || connection || type);
}

async function connectionsOf(
  tx: Transaction,
  organizationId: string,
  filter: EventFilter,
): Promise<string[]> {
  const { channel, connection } = filter;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from connections where organization_id = ${organizationId}::uuid
      ${channel ? sql`and provider = ${channel}` : sql``} ${connection ? sql`and id = ${connection}::uuid` : sql``}`);
  return rows.map(({ id }) => id);
}

/** What was typed may be an event's own id, wherever in the list it stands. */
async function eventNamed({ tx, matching, stretch }: EventSearch, id: string): Promise<string | undefined> {
  const [named] = await tx.execute<{ id: string }>(sql`
    select id from webhook_events
    where id = ${id}::uuid and received_at = ${receivedAtOf(id).toISOString()}::timestamptz
      and ${matching} and ${within(stretch)}`);
  return named?.id;
}
