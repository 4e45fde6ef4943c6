import "server-only";
import { sql } from "drizzle-orm";
import { receivedAtOf } from "./event-identity.ts";
import type { EventSearch } from "./event-search.ts";
import type { Window } from "./scan-windows.ts";

/** Before anything was received. */
const beginning = new Date(0);

/** Where an organization has events and nothing is counted: of events never tried yet, or stored by other means. */
export async function uncountedWindows({ tx, organizationId, stretch }: EventSearch): Promise<Window[]> {
  const from = (stretch.newerThan ? receivedAtOf(stretch.newerThan) : beginning).toISOString();
  const to = new Date(receivedAtOf(stretch.olderThan).getTime() + 1).toISOString();
  const own = sql`organization_id = ${organizationId}::uuid`;
  const rows = await tx.execute<{ starts: string; ends: string }>(sql`
    -- From one counted hour to the next, by the index, past however many rows an hour has.
    with recursive counted (hour) as (
      (select hour from webhook_event_counts where ${own} and hour < ${to}::timestamptz order by hour desc limit 1)
      union all
      select (
        select older.hour from webhook_event_counts older
        where older.${own} and older.hour < counted.hour order by older.hour desc limit 1)
      from counted where counted.hour > ${from}::timestamptz
    ),
    gaps (starts, ends) as (
      select hour + interval '1 hour', lag(hour, 1, ${to}::timestamptz) over (order by hour desc)
      from counted where hour is not null
      union all
      select ${from}::timestamptz, coalesce(min(hour), ${to}::timestamptz) from counted
    )
    select starts, ends from gaps
    where ends > greatest(starts, ${from}::timestamptz)
      and exists (select from webhook_events where ${own} and received_at >= starts and received_at < ends)`);
  return rows.map(({ starts, ends }) => ({ starts: new Date(starts), ends: new Date(ends) }));
}
