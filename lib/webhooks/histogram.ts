import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asUser } from "#lib/db/as-user.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { type EventFilter, type EventStatus, eventStatuses } from "./event-filter.ts";
import { type HistogramSpan, histogramSpan, inHours, isInCountedHours } from "./histogram-span.ts";

export type HistogramBar = { at: Date } & Record<EventStatus, number>;
export type Histogram = HistogramSpan & { bars: HistogramBar[] };

/** More than so many are not counted one by one for narrower bars than an hour. */
const mostCountedSingly = 100_000;
/** What waits is in no count. Of more than this, the newest are drawn. */
const mostPending = 20_000;

type Count = { at: number; status: EventStatus; count: number };

/**
 * How many events of a filter came when, by status: from the hourly counts, or counted one by one where bars are
 * narrower. Nothing for a search, a problem or a replay: no count is kept of those.
 */
export async function eventHistogram(
  member: Member,
  filter: EventFilter,
  now = new Date(),
): Promise<Histogram | null> {
  if (filter.q || filter.problem || filter.replay) return null;

  return asUser(member, async (tx) => {
    const asked = histogramSpan(filter, now);
    const span = isInCountedHours(asked) || (await areFew(tx, member, asked)) ? asked : inHours(asked);
    const counts = isInCountedHours(span)
      ? [...(await countedByHour(tx, member, filter, span)), ...(await waiting(tx, member, filter, span))]
      : await countedSingly(tx, member, filter, span);
    return { ...span, bars: barsOf(span, counts) };
  });
}

async function areFew(tx: Transaction, member: Member, { from, to }: HistogramSpan): Promise<boolean> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select coalesce(sum(count), 0)::float8 as count from webhook_event_counts
    where organization_id = ${member.organizationId} and hour > ${iso(from)}::timestamptz - interval '1 hour' and hour < ${iso(to)}::timestamptz`);
  return (row?.count ?? 0) <= mostCountedSingly;
}

/** By hours first: which bar each of thousands of counts is in would take longer to work out than all else. */
function countedByHour(tx: Transaction, member: Member, filter: EventFilter, span: HistogramSpan) {
  return tx.execute<Count>(sql`
    select ${barOf(sql`hour`, span)} as at, status, sum(count)::int as count from (
      select hour, status, sum(count) as count from webhook_event_counts
      where organization_id = ${member.organizationId}
        and hour >= ${iso(span.from)}::timestamptz and hour < ${iso(span.to)}::timestamptz and ${chosen(filter)}
      group by hour, status) as hours
    group by 1, 2`);
}

/** By the index of what is due, which is of connections. */
async function waiting(tx: Transaction, member: Member, filter: EventFilter, span: HistogramSpan) {
  if (filter.status && filter.status !== "pending") return [];
  return tx.execute<Count>(sql`
    select ${barOf(sql`received_at`, span)} as at, 'pending' as status, count(*)::int as count from (
      select event.received_at from connections connection cross join lateral (
        select received_at from webhook_events
        where connection_id = connection.id and status = 'pending' and ${received(span)} and ${chosen(filter)}
        order by received_at desc limit ${mostPending}::int) as event
      where connection.organization_id = ${member.organizationId}) as waiting
    group by 1`);
}

function countedSingly(tx: Transaction, member: Member, filter: EventFilter, span: HistogramSpan) {
  return tx.execute<Count>(sql`
    select ${barOf(sql`received_at`, span)} as at, status, count(*)::int as count from webhook_events
    where organization_id = ${member.organizationId} and ${received(span)} and ${chosen(filter)}
    group by 1, 2`);
}

const iso = (moment: Date) => moment.toISOString();

const received = ({ from, to }: HistogramSpan) =>
  sql`received_at >= ${iso(from)}::timestamptz and received_at < ${iso(to)}::timestamptz`;

/** The number of the bar a moment is in. */
const barOf = (moment: SQL, { from, barMs }: HistogramSpan) =>
  sql`floor(extract(epoch from ${moment} - ${iso(from)}::timestamptz) * 1000 / ${barMs}::int)::int`;

/** The events and their counts have these columns of the same names. */
function chosen({ status, channel, connection, type }: EventFilter): SQL {
  const conditions = [sql`true`];
  if (status) conditions.push(sql`status = ${status}`);
  if (channel) conditions.push(sql`provider = ${channel}`);
  if (connection) conditions.push(sql`connection_id = ${connection}::uuid`);
  if (type) conditions.push(sql`event_type = ${type}`);
  return sql.join(conditions, sql` and `);
}

function barsOf({ from, to, barMs }: HistogramSpan, counts: Count[]): HistogramBar[] {
  const none = Object.fromEntries(eventStatuses.map((status) => [status, 0])) as Record<EventStatus, number>;
  const bars = Array.from({ length: (to.getTime() - from.getTime()) / barMs }, (_, bar) => ({
    at: new Date(from.getTime() + bar * barMs),
    ...none,
  }));
  for (const { at, status, count } of counts) {
    const bar = bars[at];
    if (bar) bar[status] += count;
  }
  return bars;
}
