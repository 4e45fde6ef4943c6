import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { type EnqueueOptions, enqueueStatement } from "./enqueue-statement.ts";
import type { JobName, JobPayload } from "./payloads.ts";

/** Queues a job in the caller's transaction: it runs if and only if that commits, at least once. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  options: EnqueueOptions = {},
): Promise<void> {
  await tx.execute(enqueueStatement(name, [{ ...options, payload }]));
}
