import "server-only";
import { and, asc, desc, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import { webhookEventCounts } from "#drizzle/schema/webhook-log.ts";
import { receivedAtOf } from "./event-identity.ts";
import type { EventSearch } from "./event-search.ts";
import type { Window } from "./scan-windows.ts";
import { idAt } from "./stretch.ts";

const hourMs = 3_600_000;
const atOnce = 64;

/** True when no event of a filter was counted in the stretch. */
export async function isNothingCounted(search: EventSearch): Promise<boolean> {
  const rows = await search.tx
    .select({ hour: webhookEventCounts.hour })
    .from(webhookEventCounts)
    .where(countedOf(search))
    .limit(1);
  return rows.length === 0;
}

/**
 * The hours in which events of a filter were counted: the first of them that hold as many as are wanted, or as many
 * hours as are looked into at once. `reached` is how far these are all.
 */
export async function countedWindows(search: EventSearch): Promise<{ windows: Window[]; reached?: string }> {
  const { tx, stretch, wanted } = search;
  const counts = webhookEventCounts;
  const rows = await tx
    .select({ hour: counts.hour, count: sql<number>`sum(${counts.count})::int` })
    .from(counts)
    .where(countedOf(search))
    .groupBy(counts.hour)
    .orderBy(stretch.newestFirst ? desc(counts.hour) : asc(counts.hour))
    .limit(atOnce);

  const windows: Window[] = [];
  // The stretch may begin inside the first hour, so what was counted there is not to be relied on.
  let expected = -(rows[0]?.count ?? 0);
  for (const { hour, count } of rows) {
    windows.push({ starts: hour, ends: new Date(hour.getTime() + hourMs) });
    expected += count;
    if (expected >= wanted) break;
  }
  const last = windows.at(-1);
  if (!last || (expected < wanted && rows.length < atOnce)) return { windows };
  return { windows, reached: idAt(stretch.newestFirst ? last.starts : last.ends) };
}

function countedOf({ organizationId, stretch, filter }: EventSearch): SQL | undefined {
  const { status, channel, connection, type } = filter;
  const counts = webhookEventCounts;
  const since = stretch.newerThan ? receivedAtOf(stretch.newerThan).getTime() - hourMs : undefined;
  return and(
    eq(counts.organizationId, organizationId),
    lte(counts.hour, receivedAtOf(stretch.olderThan)),
    since === undefined ? undefined : gt(counts.hour, new Date(since)),
    gt(counts.count, 0),
    status && eq(counts.status, status),
    channel && eq(counts.provider, channel),
    connection ? eq(counts.connectionId, connection) : undefined,
    type ? eq(counts.eventType, type) : undefined,
  );
}
