import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { EventFilter } from "./event-filter.ts";
import { receivedAtOf } from "./event-identity.ts";
import type { EventSearch } from "./event-search.ts";
import { eventStreams } from "./event-streams.ts";
import { isEventId } from "./is-event-id.ts";
import { matchingEvents } from "./matching-events.ts";
import { type Scan, scanStream } from "./scan-stream.ts";
import { beyond, stretchOf, within } from "./stretch.ts";
import { walkCounted } from "./walk-counted.ts";
import { walkOn } from "./walk-on.ts";
import { walkSearch } from "./walk-search.ts";

const lookAt = 3_000;
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

  const { range: _, from: __, to: ___, ...conditions } = filter;
  const matching = matchingEvents(organizationId, conditions, now);
  const connectionIds = await connectionsOf(tx, organizationId, filter);
  const streams = eventStreams(organizationId, conditions, connectionIds);
  const search = {
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

  // Its own id may be what was typed, and then there is nothing to walk through.
  if (filter.q && isEventId(filter.q)) {
    const [named] = await tx.execute<{ id: string }>(sql`
      select id from webhook_events
      where id = ${filter.q}::uuid and received_at = ${receivedAtOf(filter.q).toISOString()}::timestamptz
        and ${matching} and ${within(stretch)}`);
    if (named) return { ids: [named.id] };
  }

  let furthest: { scan: Scan; reached: string; stream: (typeof streams)[number] } | undefined;
  for (const stream of streams) {
    const scan = await scanStream(search, { stream, lookAt });
    if (scan.ids.length >= wanted || !scan.reached) return scan;
    const isFurther =
      !furthest || (stretch.newestFirst ? scan.reached < furthest.reached : scan.reached > furthest.reached);
    if (isFurther) furthest = { scan, reached: scan.reached, stream };
  }
  if (!furthest) return { ids: [] };

  const { scan, reached, stream } = furthest;
  const rest: EventSearch = {
    ...search,
    stretch: beyond(stretch, reached),
    wanted: wanted - scan.ids.length,
  };
  const more = await walk(rest, stream);
  return { ...more, ids: [...scan.ids, ...more.ids] };
}

function walk(rest: EventSearch, stream: ReturnType<typeof eventStreams>[number]): Promise<Scan> {
  const { status, q, problem, replay } = rest.filter;
  if (q) return walkSearch(rest);
  return status === "pending" || problem || replay ? walkOn(rest, stream) : walkCounted(rest, stream);
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
