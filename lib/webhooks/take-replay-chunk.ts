import "server-only";
import { and, asc, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookReplays } from "#drizzle/schema/webhook-log.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { beyondEvent } from "./beyond-event.ts";
import { type ReplayFate, replayFate } from "./replay-fate.ts";
import { ReplaySelection, selectedEvents } from "./replay-selection.ts";
import { setReplayed } from "./set-replayed.ts";
import { theseEvents } from "./these-events.ts";

type Chunk = {
  started: number;
  /** False at the end of the selection, and once the replay is over. */
  hasMore: boolean;
  /** Someone works on the next event at this moment: it is to be looked at again. */
  isHeldUp: boolean;
};

/**
 * Looks at the replay's next events, oldest first, and sets at most `room` of them running. What was done and how far
 * it came are one transaction, so a crash repeats nothing and leaves nothing out.
 */
export function takeReplayChunk(replayId: string, room: number, looksAt = 500): Promise<Chunk> {
  return asSystem(async (tx) => {
    const replay = await lockRunning(tx, replayId);
    if (!replay) return { started: 0, hasMore: false, isHeldUp: false };

    const fate = replayFate(await replaysBeside(tx, replay));
    const runs: ReplayFate[] = replay.includesProcessed ? ["run", "succeeded"] : ["run"];
    const seen = await tx
      .select({ id: webhookEvents.id, receivedAt: webhookEvents.receivedAt, fate })
      .from(webhookEvents)
      .leftJoin(connections, eq(connections.id, webhookEvents.connectionId))
      .where(
        and(
          selectedEvents(replay.organizationId, ReplaySelection.parse(replay.selection), replay.requestedAt),
          lte(webhookEvents.receivedAt, replay.requestedAt),
          replay.cursor ? beyondEvent(replay.cursor) : undefined,
        ),
      )
      .orderBy(asc(webhookEvents.receivedAt), asc(webhookEvents.id))
      .limit(looksAt);

    const wanted = seen.filter((event) => runs.includes(event.fate)).slice(0, room);
    const locked = await lockUnheld(tx, wanted, inArray(fate, runs));
    // Going on beyond one that was to be run, and is not locked, would change the order.
    const stop = seen.find((event) => runs.includes(event.fate) && !locked.has(event.id));
    const passed = stop ? seen.slice(0, seen.indexOf(stop)) : seen;
    const taken = passed.flatMap(({ id }) => locked.get(id) ?? []);

    await setReplayed(tx, replay, taken);
    await tx
      .update(webhookReplays)
      .set({
        started: sql`${webhookReplays.started} + ${taken.length}::int`,
        skipped: sql`${webhookReplays.skipped} + ${passed.length - taken.length}::int`,
        ...(passed.length > 0 && { cursor: passed.at(-1)?.id }),
      })
      .where(eq(webhookReplays.id, replayId));

    const hasMore = stop !== undefined || seen.length === looksAt;
    return { started: taken.length, hasMore, isHeldUp: stop !== undefined && wanted.includes(stop) };
  });
}

type Replay = typeof webhookReplays.$inferSelect;
type Seen = { id: string; receivedAt: Date; fate: ReplayFate };

/** Whoever holds it keeps a second turn of the same replay waiting, and a cancellation until this chunk is done. */
async function lockRunning(tx: Transaction, replayId: string): Promise<Replay | undefined> {
  const [replay] = await tx
    .select()
    .from(webhookReplays)
    .where(and(eq(webhookReplays.id, replayId), eq(webhookReplays.status, "running")))
    .for("update");
  return replay;
}

/** The organization's replays that ran at some time since this one was asked for: what they took is not run again. */
async function replaysBeside(tx: Transaction, replay: Replay): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from webhook_replays
    where organization_id = ${replay.organizationId} and id <> ${replay.id} and (status = 'running'
      or finished_at > (select requested_at from webhook_replays where id = ${replay.id}))`);
  return rows.map(({ id }) => id);
}

/** Locks those that nobody else holds and that are still to be run. */
async function lockUnheld(tx: Transaction, wanted: Seen[], isToRun: SQL) {
  const rows =
    wanted.length === 0
      ? []
      : await tx
          .select({
            id: webhookEvents.id,
            receivedAt: webhookEvents.receivedAt,
            status: webhookEvents.status,
            connectionId: sql<string>`${webhookEvents.connectionId}`,
            provider: webhookEvents.provider,
            eventType: webhookEvents.eventType,
          })
          .from(webhookEvents)
          .leftJoin(connections, eq(connections.id, webhookEvents.connectionId))
          .where(and(theseEvents(wanted.map(({ id }) => id)), isToRun))
          .orderBy(asc(webhookEvents.receivedAt), asc(webhookEvents.id))
          .for("update", { of: webhookEvents, skipLocked: true });
  return new Map(rows.map((row) => [row.id, row]));
}
