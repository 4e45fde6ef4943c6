import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { JobName, JobPayload } from "./payloads.ts";

type Options = {
  /** Of the jobs with one key only the last is kept; one that already runs is followed by a new one. */
  key?: string;
  /** Not before this. */
  runAt?: Date;
  /** Jobs of one queue run one after another. Few names: each costs a row. */
  queue?: string;
  maxAttempts?: number;
};

/** Queues a job in the caller's transaction: it runs if and only if that commits, at least once. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  { key, runAt, queue, maxAttempts }: Options = {},
): Promise<void> {
  await tx.execute(sql`
    select private.enqueue_job(
      ${name}::text, ${JSON.stringify(payload)}::text::json, ${key ?? null}::text,
      ${runAt?.toISOString() ?? null}::timestamptz, ${queue ?? null}::text, ${maxAttempts ?? null}::int)`);
}
