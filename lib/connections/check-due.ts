import "server-only";
import { and, isNull, lt, ne, or, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { enqueueCheck } from "./enqueue-check.ts";

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
        ),
      );
    for (const { id } of due) {
      await enqueueCheck(tx, id, { cause: "schedule", delayMs: Math.random() * spreadMs });
    }
  });
}
