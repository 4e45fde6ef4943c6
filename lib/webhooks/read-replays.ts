import "server-only";
import { aliasedTable, eq, sql } from "drizzle-orm";
import { profiles } from "#drizzle/schema/tenancy.ts";
import { webhookReplays } from "#drizzle/schema/webhook-log.ts";
import type { Transaction } from "#lib/db/client.ts";

export type Replay = Awaited<ReturnType<typeof readReplays>>[number];

/** What a screen shows of replays, with the names of who started and cancelled them; the caller says which. */
export function readReplays(tx: Transaction) {
  const requester = aliasedTable(profiles, "requester");
  const canceller = aliasedTable(profiles, "canceller");

  return tx
    .select({
      id: webhookReplays.id,
      requestedAt: webhookReplays.requestedAt,
      requestedBy: sql<string | null>`coalesce(${requester.name}, ${requester.email})`,
      selection: webhookReplays.selection,
      includesProcessed: webhookReplays.includesProcessed,
      status: webhookReplays.status,
      planned: webhookReplays.planned,
      started: webhookReplays.started,
      processed: webhookReplays.processed,
      failed: webhookReplays.failed,
      skipped: webhookReplays.skipped,
      cancelledBy: sql<string | null>`coalesce(${canceller.name}, ${canceller.email})`,
      finishedAt: webhookReplays.finishedAt,
    })
    .from(webhookReplays)
    .leftJoin(requester, eq(requester.id, webhookReplays.requestedBy))
    .leftJoin(canceller, eq(canceller.id, webhookReplays.cancelledBy));
}
