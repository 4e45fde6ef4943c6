import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { keptPlan } from "#lib/db/kept-plan.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { applyEffects } from "./apply-effects.ts";
import { attemptEvent } from "./attempt-event.ts";
import { dueEvents } from "./due-events.ts";
import { isLastEventMissed, noteLastEvent } from "./note-last-event.ts";
import { parkAttempts } from "./park-attempts.ts";
import { recordAttempts } from "./record-attempts.ts";
import { whatIsLeft } from "./what-is-left.ts";

const batchSize = 200;
/** Where others came while a batch was worked off, more are coming: so long they are let come together. */
const gatherMs = 40;

/** The connections that this process is at: it need not ask the database whether someone is. */
const held = new Set<string>();

/**
 * Works off what a connection's events ask for, in the order they came, one worker at a time. Events go in batches,
 * each one transaction: a crash loses the batch's work and its record together, so nothing is done by half or twice.
 * Those who stored events while this waited in the queue, and queued nothing for them, are waited for first.
 */
export async function processPending(connectionId: string, interpreterOf = interpreterFor): Promise<void> {
  await asSystem((tx) => tx.execute(sql`select private.begin_wake(${connectionId}::uuid)`));
  let mayFreeOthers = false;
  for (;;) {
    // Whoever holds the connection looks once more after letting go, and will see what we were woken for.
    if (held.has(connectionId)) return;
    const batch = await holding(connectionId, () => processBatch(connectionId, interpreterOf));
    if (batch === "busy") return;
    mayFreeOthers ||= batch.workedOff > 0;
    if (batch.tried === batchSize) continue;

    const left = await asSystem((tx) => whatIsLeft(tx, connectionId, { mayFreeOthers }));
    if (left === "later") return;
    if (left === "freed") mayFreeOthers = false;
    else if (!held.has(connectionId)) await holding(connectionId, () => pause(gatherMs));
  }
}

async function holding<Result>(connectionId: string, work: () => Promise<Result>): Promise<Result> {
  held.add(connectionId);
  try {
    return await work();
  } finally {
    held.delete(connectionId);
  }
}

async function processBatch(
  connectionId: string,
  interpreterOf: typeof interpreterFor,
): Promise<"busy" | { tried: number; workedOff: number }> {
  let unwritten: Error[] = [];
  let missed: Date | undefined;
  const outcome = await asSystem(async (tx) => {
    const connection = await lock(tx, connectionId);
    if (!connection) return "busy";

    const events = await dueEvents(tx, connectionId, batchSize);
    const [first, last] = [events.at(0), events.at(-1)];
    if (!first || !last) return { tried: 0, workedOff: 0 };
    if (isLastEventMissed(connection.lastEventAt, last.receivedAt)) missed = last.receivedAt;

    const tried = events.map((event) => attemptEvent(event, interpreterOf(event.provider)));
    const attempts = await applyEffects(tx, await parkAttempts(tx, connectionId, tried));
    unwritten = await recordAttempts(tx, attempts);
    await notifyOrganization(tx, first.organizationId, "events");
    return { tried: tried.length, workedOff: attempts.filter(({ parkedFor }) => !parkedFor).length };
  });
  if (missed) await noteLastEvent(connectionId, missed);
  // The others of the batch are committed; the job fails, and comes back for these.
  if (unwritten.length > 0) throw new AggregateError(unwritten, "attempts that could not be written down");
  return outcome;
}

/**
 * Takes the connection for this transaction alone, unless another has it. A lock that someone forgot ends the job, which
 * is tried again, not the worker.
 */
async function lock(
  tx: Transaction,
  connectionId: string,
): Promise<{ lastEventAt: Date | null } | undefined> {
  const name = `webhook-events:${connectionId}`;
  const [row] = await tx.execute<{ locked: boolean; last_event_at: string | null }>(sql`
    select ${keptPlan} set_config('lock_timeout', '30s', true),
      pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked,
      (select last_event_at from connections where id = ${connectionId}::uuid) as last_event_at`);
  if (!row?.locked) return undefined;
  return { lastEventAt: row.last_event_at === null ? null : new Date(row.last_event_at) };
}
