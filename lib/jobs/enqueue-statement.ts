import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { JobName, JobPayload } from "./payloads.ts";

export type EnqueueOptions = {
  /** Of the jobs with one key only the last is kept; one that already runs is followed by a new one. */
  key?: string;
  /** Not before this. */
  runAt?: Date;
  /** Jobs of one queue run one after another. Few names: each costs a row. */
  queue?: string;
  maxAttempts?: number;
};

type Job<Name extends JobName> = EnqueueOptions & { payload: JobPayload<Name> };

/** Queues jobs of one name, in the order of their keys, so that two who queue the same ones never wait in a circle. */
export function enqueueStatement<Name extends JobName>(name: Name, jobs: Job<Name>[]): SQL {
  return sql`
    select private.enqueue_job(${name}::text, payload, key, "runAt", queue, "maxAttempts")
    from json_to_recordset(${JSON.stringify(jobs)}::text::json)
      as job (payload json, key text, "runAt" timestamptz, queue text, "maxAttempts" int)
    order by key`;
}
