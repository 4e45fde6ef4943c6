import "server-only";
import { sql } from "drizzle-orm";
import type { EventSearch } from "./event-search.ts";
import { inOrder, within } from "./stretch.ts";

/** From a moment on, and before another. */
export type Window = { starts: Date; ends: Date };

/** The ids, in order, of what matches inside these windows of a stretch. */
export async function scanWindows(search: EventSearch, windows: Window[]): Promise<string[]> {
  const { tx, filter, stretch, matching, connectionIds, wanted } = search;
  if (windows.length === 0) return [];

  const moments = (each: (window: Window) => Date) =>
    sql`array[${sql.join(
      windows.map((window) => sql`${each(window).toISOString()}`),
      sql`, `,
    )}]::timestamptz[]`;
  // No index is of channels; each is of these connections.
  const channel = filter.channel
    ? sql`and connection_id = any(array[${sql.join(
        connectionIds.map((id) => sql`${id}`),
        sql`, `,
      )}]::uuid[])`
    : sql``;
  const found = await tx.execute<{ id: string }>(sql`
    select distinct received_at, id
    from unnest(${moments(({ starts }) => starts)}, ${moments(({ ends }) => ends)}) as each (starts, ends)
    cross join lateral (
      select received_at, id from webhook_events
      where received_at >= each.starts and received_at < each.ends and ${within(stretch)} and ${matching} ${channel}
      order by ${inOrder(stretch)} limit ${wanted}::int) as found
    order by ${inOrder(stretch)} limit ${wanted}::int`);
  return found.map(({ id }) => id);
}
