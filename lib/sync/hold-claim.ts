import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { syncRuns } from "#drizzle/schema/syncs.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { log } from "#lib/log.ts";
import { type ClaimedRun, claimSeconds } from "./claim-run.ts";

const renewEveryMs = (claimSeconds * 1000) / 3;

/** Does the work while the claim is renewed: a platform may take longer to answer than a dead process deserves. */
export async function holdClaim<Value>(run: ClaimedRun, work: () => Promise<Value>): Promise<Value> {
  const timer = setInterval(() => {
    renewClaim(run).catch((error) => log().warn({ err: error, runId: run.id }, "claim not renewed"));
  }, renewEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** What only the holder of the claim may change. */
export const isOurs = (run: Pick<ClaimedRun, "id" | "claim">) =>
  and(eq(syncRuns.id, run.id), eq(syncRuns.claimedBy, run.claim), eq(syncRuns.status, "running"));

function renewClaim(run: ClaimedRun) {
  return asSystem((tx) =>
    tx
      .update(syncRuns)
      .set({ claimedUntil: sql`now() + make_interval(secs => ${claimSeconds}::int)` })
      .where(isOurs(run)),
  );
}
