import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import type { Transaction } from "#lib/db/client.ts";
import { isDue } from "./is-due.ts";

export type DueEvent = Awaited<ReturnType<typeof dueEvents>>[number];

/** A connection's events whose turn it is, oldest first, locked until the transaction ends. */
export function dueEvents(tx: Transaction, connectionId: string, limit: number) {
  const { id, receivedAt, occurredAt, provider, accountExternalId, eventType, externalId } = webhookEvents;
  const { payload, status, attempts, summary, search, isCounted } = webhookEvents;

  return tx
    .select({
      id,
      receivedAt,
      occurredAt,
      // What has a connection has its organization, too.
      connectionId: sql<string>`${webhookEvents.connectionId}`,
      organizationId: sql<string>`${webhookEvents.organizationId}`,
      provider,
      accountExternalId,
      eventType,
      externalId,
      payload,
      status,
      attempts,
      summary,
      isCounted,
      isSearchable: sql<boolean>`${search} is not null`,
    })
    .from(webhookEvents)
    .where(and(eq(webhookEvents.connectionId, connectionId), isDue))
    .orderBy(asc(receivedAt), asc(id))
    .limit(limit)
    .for("update");
}
