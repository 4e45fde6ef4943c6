import "server-only";
import { sql } from "drizzle-orm";
import type { EventSearch } from "./event-search.ts";
import type { EventStream } from "./event-stream.ts";
import { inOrder, within } from "./stretch.ts";

/** Ids in order, and how far was looked, when there may be more beyond it. */
export type Scan = { ids: string[]; reached?: string };

type From = {
  stream: EventStream;
  lookAt: number;
  /** So many found are close enough together to go on from the last of them. */
  oftenEnough?: number;
};

/**
 * Reads a stream and keeps what matches, until as much as is wanted is found or so many events were looked at: what is
 * frequent is found soon, and what is rare costs no more than that.
 */
export async function scanStream(search: EventSearch, from: From): Promise<Scan> {
  const { stream, lookAt, oftenEnough = Number.POSITIVE_INFINITY } = from;
  const { tx, stretch, matching, wanted } = search;
  if (stream.connectionIds?.length === 0) return { ids: [] };

  const connectionIds = stream.connectionIds ?? [null];
  const looked = stream.isWhole ? wanted : Math.max(wanted, Math.ceil(lookAt / connectionIds.length));
  const each = sql`unnest(${uuids(connectionIds)}) as each (connection)`;
  const read = sql`select * from webhook_events where ${stream.where(sql`each.connection`)} and ${within(stretch)}
    order by ${inOrder(stretch)}`;

  const found = await tx.execute<{ id: string }>(sql`
    select id from ${each} cross join lateral (
      select id, received_at from (${read} limit ${looked}::int) as webhook_events
      where ${matching} order by ${inOrder(stretch)} limit ${wanted}::int) as found
    order by ${inOrder(stretch)} limit ${wanted}::int`);
  const ids = found.map(({ id }) => id);
  if (ids.length >= wanted || stream.isWhole) return { ids };
  if (ids.length >= oftenEnough && connectionIds.length === 1) return { ids, reached: ids.at(-1) };

  // Of several connections the one that was left first decides: beyond it, not all that matches is known.
  const [left] = await tx.execute<{ id: string }>(sql`
    select id from ${each} cross join lateral (
      select id, received_at from (${read} offset ${looked - 1}::int limit 1) as last) as lasts
    order by ${inOrder(stretch)} limit 1`);
  if (!left) return { ids };
  const known = ids.filter((id) => (stretch.newestFirst ? id >= left.id : id <= left.id));
  return { ids: known, reached: left.id };
}

const uuids = (ids: (string | null)[]) =>
  sql`array[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::uuid[]`;
