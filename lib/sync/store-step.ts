import "server-only";
import { eq, sql } from "drizzle-orm";
import { syncRuns, syncStates } from "#drizzle/schema/syncs.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { recordMeetings } from "#lib/meetings/record-meetings.ts";
import type { SyncStep } from "#lib/providers/synchronization.ts";
import { type ClaimedRun, claimSeconds } from "./claim-run.ts";
import { endRun } from "./end-run.ts";
import { followNewcomers } from "./follow-newcomers.ts";
import { lockLive } from "./lock-live.ts";
import { type RefusedMetrics, refusedNow, withRefused } from "./refused-metrics.ts";
import { storeCompetitors } from "./store-competitors.ts";
import { type Stored, storeContent } from "./store-content.ts";
import { storeFigures } from "./store-figures.ts";

/** `lost`: someone else has taken the run up, or it has ended; then nothing was stored. */
export type StepOutcome = "more" | "done" | "lost";

/**
 * Stores what a step found, where the next one goes on and what it cost, all or nothing, if the run is still ours. The last
 * step ends it.
 */
export function storeStep(run: ClaimedRun, step: SyncStep, calls: number): Promise<StepOutcome> {
  return asSystem(async (tx) => {
    const live = await lockLive(tx, run);
    if (live === "lost") return "lost";
    if (live === "disconnected") {
      await endRun(tx, run, { error: "It was disconnected while it was read." });
      return "lost";
    }
    const stored = await storeAll(tx, run, step);
    const refused = await rememberRefused(tx, run, step.refused ?? []);

    const { done, total, doing } = step.progress;
    // What was not asked for because it was refused lately is missing for that reason still.
    const notes = [...Object.values(refused).map(({ sentence }) => sentence), ...(step.notes ?? [])];
    await tx
      .update(syncRuns)
      .set({
        cursor: step.next,
        stepsDone: done,
        stepsTotal: total,
        doing,
        items: sql`${syncRuns.items} + ${stored.items}`,
        changed: sql`${syncRuns.changed} + ${stored.changed}`,
        removed: sql`${syncRuns.removed} + ${stored.removed}`,
        calls: sql`${syncRuns.calls} + ${calls}`,
        notes: sql`array(select distinct unnest(${syncRuns.notes} || ${sql.param(notes, syncRuns.notes)}))`,
        claimedUntil: sql`now() + make_interval(secs => ${claimSeconds}::int)`,
      })
      .where(eq(syncRuns.id, run.id));
    if (step.next === null) {
      await endRun(tx, run, { error: null });
      await followNewcomers(tx, run);
    }
    await notifyOrganization(tx, run.organizationId, "syncs");
    return step.next === null ? "done" : "more";
  });
}

async function storeAll(tx: Transaction, run: ClaimedRun, step: SyncStep): Promise<Stored> {
  const content = step.content ? await storeContent(tx, run, step.content) : nothing;
  const others = await storeCompetitors(tx, run, step.competitors ?? []);
  const figures = await storeFigures(tx, run, step.figures ?? []);
  const meetings = await recordMeetings(tx, run, step);

  return {
    items: content.items + others.items + (step.figures?.length ?? 0) + (step.meetings?.length ?? 0),
    changed: content.changed + others.changed + figures + meetings.changed - meetings.removed,
    removed: content.removed + meetings.removed,
  };
}

const nothing: Stored = { items: 0, changed: 0, removed: 0 };

/** All that is refused now, also what was found out earlier. */
async function rememberRefused(
  tx: Transaction,
  { connectionId, organizationId }: ClaimedRun,
  refused: NonNullable<SyncStep["refused"]>,
): Promise<RefusedMetrics> {
  const now = new Date();
  const [state] = await tx
    .select({ refused: syncStates.refused })
    .from(syncStates)
    .where(eq(syncStates.connectionId, connectionId));
  const lately = refusedNow(state?.refused ?? {}, now);
  if (refused.length === 0) return lately;

  const known = withRefused(lately, refused, now);
  await tx
    .insert(syncStates)
    .values({ connectionId, organizationId, nextAt: now, refused: known })
    .onConflictDoUpdate({ target: syncStates.connectionId, set: { refused: known } });
  return known;
}
