import "server-only";
import { eq } from "drizzle-orm";
import { competitors, socialMediaAnalytics, socialMediaContent } from "#drizzle/schema/social.ts";
import { syncRuns, syncStates } from "#drizzle/schema/syncs.ts";
import type { Transaction } from "#lib/db/client.ts";

/** Erases all that was read of an account and through it, and that it was read. Needs a transaction of `asSystem`. */
export async function forgetReading(tx: Transaction, connectionId: string): Promise<void> {
  await tx.delete(socialMediaContent).where(eq(socialMediaContent.connectionId, connectionId));
  await tx.delete(socialMediaAnalytics).where(eq(socialMediaAnalytics.connectionId, connectionId));
  await tx.delete(competitors).where(eq(competitors.connectionId, connectionId));
  await tx.delete(syncRuns).where(eq(syncRuns.connectionId, connectionId));
  await tx.delete(syncStates).where(eq(syncStates.connectionId, connectionId));
}
