import "server-only";
import { and, isNotNull, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { adoptForConnection } from "./adopt-for-connection.ts";
import { isDue } from "./is-due.ts";
import { wake } from "./wake.ts";

/** Finds the events whose job was lost in a crash, and those that arrived while their account was being connected. */
export async function sweep(): Promise<void> {
  for (const connectionId of await newConnectionsWithStrays()) await adoptForConnection(connectionId);
  for (const connectionId of await connectionsWithDueEvents()) await asSystem((tx) => wake(tx, connectionId));
}

/** An event stored while its connection was not yet committed is seen by neither side; nothing else leaves strays. */
function newConnectionsWithStrays(): Promise<string[]> {
  return asSystem(async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      select c.id from connections c
      where c.connected_at > now() - interval '1 hour' and c.status <> 'disconnected' and exists (
        select from webhook_events e
        where e.provider = c.provider and e.account_external_id = c.external_id
          and e.connection_id is null and e.organization_id is null)`);
    return rows.map((row) => row.id);
  });
}

function connectionsWithDueEvents(): Promise<string[]> {
  return asSystem(async (tx) => {
    const { connectionId } = webhookEvents;
    const rows = await tx
      .selectDistinct({ id: sql<string>`${connectionId}` })
      .from(webhookEvents)
      .where(and(isNotNull(connectionId), isDue));
    return rows.map((row) => row.id);
  });
}
