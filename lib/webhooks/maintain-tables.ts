import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import { dropOldPartitions } from "./drop-old-partitions.ts";

const partitionsAheadWeeks = 8;

/** WhatsApp repeats a delivery for seven days, so a key must be known for eight; the ninth is for our own delays. */
const receiptsKeptDays = 9;
const rejectionsKeptDays = 30;
const chunk = 10_000;

/**
 * Makes the coming weeks' partitions and drops those past keeping, and forgets keys, counts and samples that have done their
 * work. One that cannot be done does not keep the others from it.
 * @throws AggregateError with what failed, once all were tried.
 */
export async function maintainTables(): Promise<void> {
  const outcomes = await Promise.allSettled([
    makePartitions().then(dropOldPartitions),
    deleteOldReceipts(),
    deleteOldRejections(),
  ]);
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, "the webhook tables were not fully maintained");
}

/** Makes the partitions of the coming weeks that are missing; what had to be kept aside for want of one moves in. */
export async function makePartitions(): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`select private.ensure_webhook_partitions(${partitionsAheadWeeks}::int)`),
  );
}

async function deleteOldReceipts(): Promise<void> {
  while ((await deleteReceiptsChunk()) === chunk);
}

async function deleteOldRejections(): Promise<void> {
  const end = sql`now() - make_interval(days => ${rejectionsKeptDays}::int)`;
  await asSystem(async (tx) => {
    await tx.execute(sql`delete from webhook_rejections where minute < ${end}`);
    await tx.execute(sql`delete from webhook_rejection_samples where received_at < ${end}`);
  });
}

/** In pieces, so that no one transaction holds its locks, or its dead rows, for long. */
function deleteReceiptsChunk(): Promise<number> {
  return asSystem(async (tx) => {
    const deleted = await tx.execute(sql`
      delete from webhook_receipts where ctid = any(array(
        select ctid from webhook_receipts
        where received_at < now() - make_interval(days => ${receiptsKeptDays}::int) limit ${chunk}::int))`);
    return deleted.count;
  });
}
