import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { receivedAtOf } from "./event-identity.ts";

/**
 * The condition for events that came after this one. The id holds the moment, so it alone names the place; the moment
 * is said as well, since by that the partitions are chosen.
 */
export function beyondEvent(id: string): SQL {
  const moment = sql`${receivedAtOf(id).toISOString()}::timestamptz`;
  const place = sql`(${webhookEvents.receivedAt}, ${webhookEvents.id})`;
  return sql`(${webhookEvents.receivedAt} >= ${moment} and ${place} > (${moment}, ${id}::uuid))`;
}
