import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";

/**
 * Forgets that a person was searched for by this id: in saved views, and in what replays were asked for. A replay that still
 * runs ends, since what it was asked for can no longer be told.
 */
export async function eraseSearches(tx: Transaction, personId: string): Promise<void> {
  const parameter = `&${new URLSearchParams({ q: personId })}&`;
  await tx.execute(sql`delete from webhook_event_views where strpos('&' || query || '&', ${parameter}) > 0`);
  await tx.execute(sql`
    update webhook_replays set selection = jsonb_build_object('query', 'q=erased'),
      status = case status when 'running' then 'cancelled' else status end, finished_at = coalesce(finished_at, now())
    where strpos('&' || (selection ->> 'query') || '&', ${parameter}) > 0`);
}
