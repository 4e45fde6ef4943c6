import "server-only";
import { eq } from "drizzle-orm";
import { syncStates } from "#drizzle/schema/syncs.ts";
import { withAccess } from "#lib/connections/with-access.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { log } from "#lib/log.ts";
import { countCalls } from "#lib/providers/calls.ts";
import type { Answer } from "#lib/providers/connect-contract.ts";
import type { SyncRequest, SyncStep } from "#lib/providers/synchronization.ts";
import type { ClaimedRun } from "./claim-run.ts";
import { dueCompetitors } from "./due-competitors.ts";
import { refusedNow } from "./refused-metrics.ts";

export type ReadStep = { answer: Answer<SyncStep>; calls: number };

/** Asks the platform for the run's next step, outside any transaction. A step that breaks is a refusal, told as ours. */
export async function readStep(run: ClaimedRun): Promise<ReadStep> {
  const request = await requestOf(run);
  const { value, calls } = await countCalls(() =>
    withAccess(run.connectionId, (app, account) =>
      run.sync.step(app, account, request).catch((error: unknown) => broken(run, error)),
    ),
  );
  return { answer: value, calls };
}

function requestOf(run: ClaimedRun): Promise<SyncRequest> {
  return asSystem(async (tx) => {
    const now = new Date();
    const [state] = await tx
      .select({ refused: syncStates.refused })
      .from(syncStates)
      .where(eq(syncStates.connectionId, run.connectionId));
    return {
      kind: run.kind,
      cursor: run.cursor,
      timeZone: run.timeZone,
      now,
      refused: Object.keys(refusedNow(state?.refused ?? {}, now)),
      competitors: await dueCompetitors(tx, run),
    };
  });
}

function broken(run: ClaimedRun, error: unknown): Answer<never> {
  log().error({ err: error, runId: run.id, connectionId: run.connectionId }, "a sync step broke");
  return {
    ok: false,
    error: {
      kind: "rejected",
      sentence: "What the platform answered could not be read.",
      nextStep: "It is tried again by itself; whoever runs this installation finds more in its log.",
      code: null,
      traceId: null,
      retryAfterSeconds: null,
    },
  };
}
