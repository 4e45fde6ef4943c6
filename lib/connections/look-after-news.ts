import "server-only";
import { desc, eq } from "drizzle-orm";
import { connectionChecks } from "#drizzle/schema/connections.ts";
import type { Transaction } from "#lib/db/client.ts";
import { enqueueCheck } from "./enqueue-check.ts";

/** However much news there is, the platform is not asked more often than this because of it. */
const pauseMs = 5 * 60_000;

/** Has a connection looked at because of news about it, unless someone has looked since it came. */
export async function lookAfterNews(tx: Transaction, connectionId: string, newsAt: Date): Promise<void> {
  const [last] = await tx
    .select({ checkedAt: connectionChecks.checkedAt })
    .from(connectionChecks)
    .where(eq(connectionChecks.connectionId, connectionId))
    .orderBy(desc(connectionChecks.checkedAt))
    .limit(1);
  if (last && last.checkedAt > newsAt) return;

  const delayMs = last ? Math.max(0, last.checkedAt.getTime() + pauseMs - Date.now()) : 0;
  await enqueueCheck(tx, connectionId, { cause: "error", delayMs });
}
