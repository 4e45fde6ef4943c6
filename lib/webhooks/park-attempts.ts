import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Attempt } from "./attempt-event.ts";
import { isWithoutAccess } from "./is-due.ts";
import { nextConnectionLookAt, nextLookAt } from "./parking-times.ts";

/**
 * Puts aside what cannot be done yet: events that refer to one that is not here, for ten minutes at most, and those that need
 * access while there is none. Neither fails, and neither holds up another. What refers to a later event of the same
 * batch is put behind it.
 */
export async function parkAttempts(
  tx: Transaction,
  connectionId: string,
  attempts: readonly Attempt[],
): Promise<Attempt[]> {
  const here = await workedOff(tx, attempts);
  const isBroken = attempts.some(({ needsAccess }) => needsAccess) && (await isBrokenNow(tx, connectionId));

  return behindAwaited(attempts).map((attempt) => {
    const parked = parkedForMessage(attempt, here) ?? (isBroken ? parkedForConnection(attempt) : null);
    if (!parked) here.add(attempt.event.externalId);
    return parked ?? attempt;
  });
}

function parkedForMessage(attempt: Attempt, here: ReadonlySet<string>): Attempt | null {
  if (attempt.awaits === null || here.has(attempt.awaits) || isOver(attempt)) return null;
  const nextAttemptAt = nextLookAt(attempt.event.receivedAt, attempt.startedAt);
  return nextAttemptAt && { ...attempt, outcome: "pending", parkedFor: "message", nextAttemptAt };
}

function parkedForConnection(attempt: Attempt): Attempt | null {
  if (!attempt.needsAccess || isOver(attempt)) return null;
  const nextAttemptAt = nextConnectionLookAt(attempt.startedAt);
  return { ...attempt, outcome: "pending", parkedFor: "connection", nextAttemptAt };
}

const isOver = ({ outcome }: Attempt) => outcome === "failed" || outcome === "dead";

/** Keys of awaited events that have had their turn. One that waits for it still, in a later batch, is not there yet. */
async function workedOff(tx: Transaction, attempts: readonly Attempt[]): Promise<Set<string>> {
  const keys = attempts.flatMap(({ awaits }) => awaits ?? []);
  const provider = attempts[0]?.event.provider;
  if (keys.length === 0 || !provider) return new Set();

  const rows = await tx.execute<{ external_id: string }>(sql`
    select r.external_id from webhook_receipts r
    left join webhook_events e on e.id = r.event_id and e.received_at = r.received_at
    where r.provider = ${provider}
      and r.external_id in (select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb))
      and (e.status is null or e.status <> 'pending')`);
  return new Set(rows.map((row) => row.external_id));
}

async function isBrokenNow(tx: Transaction, connectionId: string): Promise<boolean> {
  const found = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.id, connectionId), isWithoutAccess));
  return found.length > 0;
}

function behindAwaited(attempts: readonly Attempt[]): Attempt[] {
  const places = new Map(attempts.map(({ event }, index) => [event.externalId, index]));
  return attempts
    .map((attempt, index) => {
      const awaited = attempt.awaits === null ? undefined : places.get(attempt.awaits);
      return { attempt, place: awaited !== undefined && awaited > index ? awaited + 0.5 : index };
    })
    .sort((left, right) => left.place - right.place)
    .map(({ attempt }) => attempt);
}
