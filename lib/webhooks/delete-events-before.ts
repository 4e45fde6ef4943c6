import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";

/** How many events one transaction deletes at most. */
export const deletedAtOnce = 1_000;

/**
 * Deletes the oldest events of an organization from before this moment, with their attempts; null stands for events that
 * were never anyone's. Says how many; an event that is being worked on just then is left for another time.
 */
export async function deleteEventsBefore(
  tx: Transaction,
  organizationId: string | null,
  end: Date,
): Promise<number> {
  const whose =
    organizationId === null
      ? sql`organization_id is null and connection_id is null`
      : sql`organization_id = ${organizationId}::uuid`;
  const old = await tx.execute<{ id: string; at: string }>(sql`
    select id, received_at::text as at from webhook_events
    where ${whose} and received_at < ${end.toISOString()}::timestamptz
    order by received_at, id limit ${deletedAtOnce}::int for update skip locked`);
  const [first, last] = [old.at(0), old.at(-1)];
  if (!first || !last) return 0;

  // The moments name the partitions, so that no other is looked into.
  const ids = sql`any(${`{${old.map(({ id }) => id).join(",")}}`}::uuid[])`;
  const between = sql`between ${first.at}::timestamptz and ${last.at}::timestamptz`;
  await tx.execute(
    sql`delete from webhook_attempts where event_id = ${ids} and event_received_at ${between}`,
  );
  await tx.execute(sql`delete from webhook_events where id = ${ids} and received_at ${between}`);
  return old.length;
}
