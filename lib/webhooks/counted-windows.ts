import "server-only";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { webhookEventCounts } from "#drizzle/schema/webhook-log.ts";
import { receivedAtOf } from "./event-identity.ts";
import type { EventSearch } from "./event-search.ts";
import type { Window } from "./scan-windows.ts";
import { idAt } from "./stretch.ts";

const hourMs = 3_600_000;
const atOnce = 64;

/** The hours in which events of a filter were counted, the first of them; `reached` is how far these are all. */
export async function countedWindows(search: EventSearch): Promise<{ windows: Window[]; reached?: string }> {
  const { tx, organizationId, stretch } = search;
  const { status, channel, connection, type } = search.filter;
  const counts = webhookEventCounts;
  const since = stretch.newerThan ? receivedAtOf(stretch.newerThan).getTime() - hourMs : undefined;
  const rows = await tx
    .selectDistinct({ hour: counts.hour })
    .from(counts)
    .where(
      and(
        eq(counts.organizationId, organizationId),
        lte(counts.hour, receivedAtOf(stretch.olderThan)),
        since === undefined ? undefined : gt(counts.hour, new Date(since)),
        gt(counts.count, 0),
        status && eq(counts.status, status),
        channel && eq(counts.provider, channel),
        connection ? eq(counts.connectionId, connection) : undefined,
        type ? eq(counts.eventType, type) : undefined,
      ),
    )
    .orderBy(stretch.newestFirst ? sql`hour desc` : sql`hour`)
    .limit(atOnce);

  const windows = rows.map(({ hour }) => ({ starts: hour, ends: new Date(hour.getTime() + hourMs) }));
  const last = windows.at(-1);
  if (!last || windows.length < atOnce) return { windows };
  return { windows, reached: idAt(stretch.newestFirst ? last.starts : last.ends) };
}
