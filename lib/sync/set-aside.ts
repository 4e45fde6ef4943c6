import "server-only";
import { sql } from "drizzle-orm";
import { syncRuns } from "#drizzle/schema/syncs.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { ClaimedRun } from "./claim-run.ts";
import { enqueueSync, type SyncCause } from "./enqueue-sync.ts";
import { isOurs } from "./hold-claim.ts";

type Wait = { cause: SyncCause; until: Date; attempt: number; calls?: number; why?: string };

/** Lets go of a run that is to go on from where it is, not before `until`, whoever takes it up then; `why` is for people. */
export async function setAside(
  run: ClaimedRun,
  { cause, until, attempt, calls = 0, why }: Wait,
): Promise<void> {
  await asSystem(async (tx) => {
    const left = await tx
      .update(syncRuns)
      .set({
        claimedBy: null,
        claimedUntil: until,
        ...(why !== undefined && { doing: why }),
        calls: sql`${syncRuns.calls} + ${calls}`,
      })
      .where(isOurs(run))
      .returning({ id: syncRuns.id });
    if (left.length === 0) return;

    await enqueueSync(tx, run.connectionId, { cause, runAt: until, attempt });
    await notifyOrganization(tx, run.organizationId, "syncs");
  });
}
