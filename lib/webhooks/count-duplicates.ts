import "server-only";
import type { TransactionSql } from "postgres";
import type { RepeatedEvent } from "./event-rows.ts";

const timesKept = 20;

/** Counts deliveries of events we have, on the stored event, in the caller's transaction. */
export async function countDuplicates(sql: TransactionSql, repeats: RepeatedEvent[]): Promise<void> {
  if (repeats.length === 0) return;

  const counts = new Map<string, RepeatedEvent & { count: number }>();
  for (const { provider, externalId } of repeats) {
    const key = `${provider} ${externalId}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { provider, externalId, count });
  }

  // Of the times only the newest are kept, since a sender may repeat itself for days.
  // Locked in the order of the ids before they are changed, so that two such counts never wait in a circle.
  await sql`
    with repeated as (
      select r.event_id, r.received_at, i.count
      from jsonb_to_recordset(${JSON.stringify([...counts.values()])}::text::jsonb)
        as i (provider provider, "externalId" text, count int)
      join webhook_receipts r on r.provider = i.provider and r.external_id = i."externalId"
    ), held as (
      select e.id, e.received_at, repeated.count from webhook_events e
      join repeated on repeated.event_id = e.id and repeated.received_at = e.received_at
      order by e.id for update of e
    )
    update webhook_events e
    set duplicates = e.duplicates + held.count,
        duplicate_times = (e.duplicate_times || array_fill(clock_timestamp(), array[held.count]))[
          greatest(1, cardinality(e.duplicate_times) + held.count - ${timesKept - 1}::int):]
    from held where e.id = held.id and e.received_at = held.received_at`;
}
