import "server-only";
import { eq } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { syncRuns } from "#drizzle/schema/syncs.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { ClaimedRun } from "./claim-run.ts";
import { isOurs } from "./hold-claim.ts";

/**
 * Holds the run for the rest of the transaction if it is still ours, and its connection as it is: one that is being
 * disconnected is disconnected before or after, not between.
 */
export async function lockLive(tx: Transaction, run: ClaimedRun): Promise<"live" | "lost" | "disconnected"> {
  const [ours] = await tx.select({ id: syncRuns.id }).from(syncRuns).where(isOurs(run)).for("update");
  if (!ours) return "lost";

  const [connection] = await tx
    .select({ status: connections.status })
    .from(connections)
    .where(eq(connections.id, run.connectionId))
    .for("share");
  return !connection || connection.status === "disconnected" ? "disconnected" : "live";
}
