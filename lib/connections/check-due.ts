import "server-only";
import { and, isNull, lt, ne, or, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { enqueueCheck } from "./enqueue-check.ts";
import { laterCheckKey } from "./later-check-key.ts";

/** Spread over the hour until the next run, so that they do not all call at once. */
const spreadMs = 50 * 60_000;

/** Has every connection looked at that nobody has for a day: no platform says when a token dies. */
export async function checkDue(): Promise<void> {
  await asSystem(async (tx) => {
    const due = await tx
      .select({ id: connections.id })
      .from(connections)
      .where(
        and(
          ne(connections.status, "disconnected"),
          or(
            isNull(connections.lastVerifiedAt),
            lt(connections.lastVerifiedAt, sql`now() - interval '1 day'`),
          ),
          // One that has its time keeps it: drawn anew at every run, it might never come.
          sql`not exists (
            select from graphile_worker.jobs
            where key = ${laterCheckKey("")} || ${connections.id} and attempts < max_attempts)`,
        ),
      );
    for (const { id } of due) {
      await enqueueCheck(tx, id, { cause: "schedule", delayMs: Math.random() * spreadMs });
    }
  });
}
