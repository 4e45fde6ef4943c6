import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { EnqueueOptions } from "./enqueue-statement.ts";
import type { JobName, JobPayload } from "./payloads.ts";

/** Marks jobs that wait for a platform most of their time. */
const slow = "slow";
/** Of a worker's places: the others are for what cannot wait, such as events. */
const mostAtOnce = 3;

let underWay = 0;

/** Does the work in one of this process's places for slow jobs; false when all are taken, and then it did nothing. */
export async function inSlowPlace(work: () => Promise<void>): Promise<boolean> {
  if (underWay >= mostAtOnce) return false;
  underWay += 1;
  try {
    await work();
  } finally {
    underWay -= 1;
  }
  return true;
}

/** What this process does not want to be given at the moment. */
export const forbiddenFlags = (): string[] | null => (underWay >= mostAtOnce ? [slow] : null);

/** Queues a job for a process that has a place for slow ones. Needs a transaction of `asSystem`. */
export function enqueueSlowStatement<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  { key, runAt }: Pick<EnqueueOptions, "key" | "runAt">,
): SQL {
  return sql`
    select graphile_worker.add_job(identifier => ${name}::text, payload => ${JSON.stringify(payload)}::text::json,
      job_key => ${key ?? null}::text, run_at => ${runAt?.toISOString() ?? null}::timestamptz, flags => array[${slow}::text])`;
}
