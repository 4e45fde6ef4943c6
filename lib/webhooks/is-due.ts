import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { keptPlan } from "#lib/db/kept-plan.ts";

/** True while there is no token to do anything with. */
export const isWithoutAccess: SQL = sql`${connections.status} in ('broken', 'disconnected')`;

/** An event's turn has come: it waits for nothing, its time is here, or its connection is mended. */
export const isDue: SQL = sql`(${keptPlan}
  ${webhookEvents.status} in ('pending', 'failed') and (
    ${webhookEvents.nextAttemptAt} is null or ${webhookEvents.nextAttemptAt} <= now()
    or (${webhookEvents.parkedFor} = 'connection' and exists (
      select from ${connections} where ${connections.id} = ${webhookEvents.connectionId} and not ${isWithoutAccess}))))`;
