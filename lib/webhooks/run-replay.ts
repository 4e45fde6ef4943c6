import "server-only";
import { eq, sql } from "drizzle-orm";
import { webhookReplays } from "#drizzle/schema/webhook-log.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { enqueueReplay } from "./enqueue-replay.ts";
import { replayTally } from "./replay-tally.ts";
import { replayUnsettled } from "./replay-unsettled.ts";
import { takeReplayChunk } from "./take-replay-chunk.ts";

const bounds = {
  /** Of its events so many wait for the worker at most, so that what arrives meanwhile does not wait long. */
  unsettled: 2_000,
  chunk: 500,
  /** A turn ends after this, done or not, and lets others have theirs. */
  turnMs: 2_000,
  pauseMs: 500,
};
/** Counting what became of many takes its time: of a large replay it is done in every so many turns. */
const eventsPerTally = 30_000;

/**
 * One turn of a replay: sets as many of its events running as there is room for, writes down how far it is, and queues the
 * next turn until all have been tried. Safe to be killed at any point and to run twice at once.
 */
export async function runReplay(
  { replayId, since, turn }: JobPayload<"webhook-events.replay">,
  limits: Partial<typeof bounds> = {},
): Promise<void> {
  const { unsettled, chunk, turnMs, pauseMs } = { ...bounds, ...limits };
  const replay = await find(replayId);
  if (!replay) return;

  const waiting = await replayUnsettled(replay, since, unsettled);
  const ends = performance.now() + turnMs;
  let room = unsettled - waiting.count;
  let step = { started: 0, hasMore: true, isHeldUp: false };
  while (room > 0 && step.hasMore && !step.isHeldUp && performance.now() < ends) {
    step = await takeReplayChunk(replayId, room, chunk);
    room -= step.started;
  }

  const isOver = !step.hasMore && room === unsettled;
  const hasTimeLeft = performance.now() < ends;
  await asSystem(async (tx) => {
    const tallyEvery = 1 + Math.floor(replay.started / eventsPerTally);
    if (isOver || turn % tallyEvery === 0) await replayTally(tx, replayId);
    if (isOver) await finish(replayId)(tx);
    else {
      const next = { replayId, since: waiting.first ?? replay.cursor ?? undefined, turn: turn + 1 };
      await enqueueReplay(tx, next, hasTimeLeft ? new Date(Date.now() + pauseMs) : undefined);
    }
    await notifyOrganization(tx, replay.organizationId, "replays");
  });
}

async function find(replayId: string) {
  const { id, organizationId, requestedAt, started, cursor } = webhookReplays;
  const [replay] = await asSystem((tx) =>
    tx
      .select({ id, organizationId, requestedAt, started, cursor })
      .from(webhookReplays)
      .where(eq(id, replayId)),
  );
  return replay;
}

/** Cancelled, it stays so: these were the last that had been set running. */
const finish = (replayId: string) => (tx: Parameters<Parameters<typeof asSystem>[0]>[0]) =>
  tx.execute(sql`
    update webhook_replays set status = 'done', finished_at = now() where id = ${replayId} and status = 'running'`);
