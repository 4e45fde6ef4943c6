import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { applyEffects } from "./apply-effects.ts";
import { attemptEvent } from "./attempt-event.ts";
import { dueEvents } from "./due-events.ts";
import { parkAttempts } from "./park-attempts.ts";
import { recordAttempts } from "./record-attempts.ts";
import { releaseParked } from "./release-parked.ts";

const batchSize = 200;

/**
 * Works off what a connection's events ask for, in the order they came, one worker at a time. Events go in batches,
 * each one transaction: a crash loses the batch's work and its record together, so nothing is done by half or twice.
 */
export async function processPending(connectionId: string, interpreterOf = interpreterFor): Promise<void> {
  let mayFreeOthers = false;
  for (;;) {
    const outcome = await processBatch(connectionId, interpreterOf);
    // Whoever holds the connection looks once more after letting go, and will see what we were woken for.
    if (outcome === "busy") return;
    if (outcome === "worked off") mayFreeOthers = true;
    if (outcome !== "nothing" || (await hasDue(connectionId))) continue;
    // At the end, when few are left: among all that wait for their turn the parked ones are not found quickly.
    if (!mayFreeOthers || (await asSystem((tx) => releaseParked(tx, connectionId))) === 0) break;
    mayFreeOthers = false;
  }
  await scheduleRetry(connectionId);
}

async function processBatch(
  connectionId: string,
  interpreterOf: typeof interpreterFor,
): Promise<"busy" | "nothing" | "parked" | "worked off"> {
  let unwritten: Error[] = [];
  const outcome = await asSystem(async (tx) => {
    if (!(await lock(tx, connectionId))) return "busy";

    const events = await dueEvents(tx, connectionId, batchSize);
    const organizationId = events[0]?.organizationId;
    if (!organizationId) return "nothing";

    const tried = events.map((event) => attemptEvent(event, interpreterOf(event.provider)));
    const attempts = await applyEffects(tx, await parkAttempts(tx, connectionId, tried));
    unwritten = await recordAttempts(tx, attempts);
    await notifyOrganization(tx, organizationId, "events");
    return attempts.every(({ parkedFor }) => parkedFor) ? "parked" : "worked off";
  });
  // The others of the batch are committed; the job fails, and comes back for these.
  if (unwritten.length > 0) throw new AggregateError(unwritten, "attempts that could not be written down");
  return outcome;
}

async function lock(tx: Transaction, connectionId: string): Promise<boolean> {
  const name = `webhook-events:${connectionId}`;
  const [row] = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`,
  );
  return row?.locked ?? false;
}

async function hasDue(connectionId: string): Promise<boolean> {
  const [event] = await asSystem((tx) => dueEvents(tx, connectionId, 1));
  return event !== undefined;
}

async function scheduleRetry(connectionId: string): Promise<void> {
  await asSystem(async (tx) => {
    const [row] = await tx.execute<{ due: string | null }>(sql`
      select min(next_attempt_at)::text as due from webhook_events
      where connection_id = ${connectionId} and status in ('pending', 'failed')`);
    if (!row?.due) return;

    const key = `webhook-events.process:${connectionId}:retry`;
    await enqueue(tx, "webhook-events.process", { connectionId }, { key, runAt: new Date(row.due) });
  });
}
