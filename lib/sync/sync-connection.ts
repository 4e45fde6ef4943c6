import "server-only";
import { sql } from "drizzle-orm";
import { syncRuns } from "#drizzle/schema/syncs.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { isFaultOfValues } from "#lib/db/is-fault-of-values.ts";
import { log } from "#lib/log.ts";
import type { ProviderFault } from "#lib/providers/connect-contract.ts";
import { type ClaimedRun, claimRun } from "./claim-run.ts";
import { endRun } from "./end-run.ts";
import { enqueueSync, type SyncCause } from "./enqueue-sync.ts";
import { holdClaim, isOurs } from "./hold-claim.ts";
import { lockLive } from "./lock-live.ts";
import { readStep } from "./read-step.ts";
import { setAside } from "./set-aside.ts";
import { storeStep } from "./store-step.ts";

export type SyncTurn = { connectionId: string; cause: SyncCause; attempt: number };

/** Others wait for this worker too: after so long the rest of a run queues up behind them. */
const turnMs = 8_000;
const firstRetryMs = 60_000;
const mostRetries = 6;
const usualPauseSeconds = 5 * 60;
const unstorable = "What the platform told cannot be stored. It is tried again by itself.";

/**
 * One turn at reading an account: begins a run or takes one up from its cursor, and goes on step by step. A platform that
 * asks for fewer calls has it wait, one that is out of reach has it tried again, and any other refusal ends it in words.
 */
export async function syncConnection(turn: SyncTurn, { withinMs = turnMs } = {}): Promise<void> {
  const { connectionId, cause } = turn;
  const run = await claimRun(connectionId, cause);
  if (!run) return;
  if ("waitsUntil" in run) {
    await asSystem((tx) => enqueueSync(tx, connectionId, { cause, runAt: run.waitsUntil }));
    return;
  }

  try {
    await holdClaim(run, () => goOn(run, turn, performance.now() + withinMs));
  } catch (error) {
    const isEnded = await letGo(run, error);
    if (!isEnded) throw error;
  }
}

async function goOn(run: ClaimedRun, turn: SyncTurn, until: number): Promise<void> {
  let { attempt } = turn;
  for (;;) {
    const { answer, calls } = await readStep(run);
    if (!answer.ok) return stop(run, { ...turn, attempt }, { fault: answer.error, calls });

    const outcome = await storeStep(run, answer.value, calls);
    if (outcome !== "more") return;
    run.cursor = answer.value.next;
    attempt = 0;
    if (performance.now() >= until) {
      return setAside(run, { cause: turn.cause, until: new Date(), attempt });
    }
  }
}

type Stop = { fault: ProviderFault; calls: number };

async function stop(run: ClaimedRun, { cause, attempt }: SyncTurn, { fault, calls }: Stop): Promise<void> {
  if (fault.kind === "rate_limited") {
    const seconds = fault.retryAfterSeconds ?? usualPauseSeconds;
    const until = new Date(Date.now() + seconds * 1000);
    return setAside(run, { cause, until, attempt, calls, why: fault.sentence });
  }
  if (fault.kind === "temporary" && attempt < mostRetries) {
    const until = new Date(Date.now() + firstRetryMs * 2 ** attempt);
    return setAside(run, { cause, until, attempt: attempt + 1, calls, why: fault.sentence });
  }
  await asSystem(async (tx) => {
    const live = await lockLive(tx, run);
    if (live === "lost") return;
    await tx
      .update(syncRuns)
      .set({ calls: sql`${syncRuns.calls} + ${calls}` })
      .where(isOurs(run));
    const error =
      live === "disconnected"
        ? "It was disconnected while it was read."
        : `${fault.sentence} ${fault.nextStep}`;
    await endRun(tx, run, { error });
  });
}

/** What failed here fails again only if it was for what was to be stored; then the run ends, or it would never. */
async function letGo(run: ClaimedRun, error: unknown): Promise<boolean> {
  const isHopeless = isFaultOfValues(error);
  if (isHopeless) log().error({ err: error, runId: run.id }, "what a sync read cannot be stored");
  const letGoOf = asSystem(async (tx) => {
    if ((await lockLive(tx, run)) === "lost") return;
    if (isHopeless) await endRun(tx, run, { error: unstorable });
    else await tx.update(syncRuns).set({ claimedUntil: sql`now()` }).where(isOurs(run));
  });
  return letGoOf.then(
    () => isHopeless,
    (lost: unknown) => {
      log().warn({ err: lost, runId: run.id }, "a sync's claim lapses by itself");
      return false;
    },
  );
}
