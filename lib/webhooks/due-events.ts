import "server-only";
import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import type { Transaction } from "#lib/db/client.ts";

export type DueEvent = Awaited<ReturnType<typeof dueEvents>>[number];

/** A connection's events whose turn it is, oldest first, locked until the transaction ends. */
export function dueEvents(tx: Transaction, connectionId: string, limit: number) {
  const { id, receivedAt, occurredAt, organizationId, provider, eventType, payload, attempts } =
    webhookEvents;

  return tx
    .select({ id, receivedAt, occurredAt, organizationId, provider, eventType, payload, attempts })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.connectionId, connectionId),
        inArray(webhookEvents.status, ["pending", "failed"]),
        or(isNull(webhookEvents.nextAttemptAt), lte(webhookEvents.nextAttemptAt, sql`now()`)),
      ),
    )
    .orderBy(asc(receivedAt), asc(id))
    .limit(limit)
    .for("update");
}
