import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { V7Generator } from "uuidv7";
import { webhookAttempts, webhookEvents, webhookReceipts } from "#drizzle/schema/webhooks.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { facebookInterpreter } from "#lib/providers/facebook/interpret.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";
import type { EventStatus } from "#lib/webhooks/event-filter.ts";
import type { DemoPage } from "./connect-demo-page.ts";
import { type PastDelivery, pastDeliveries } from "./history.ts";
import { messageOf } from "./message-of.ts";
import { recordTroubles } from "./record-troubles.ts";
import { tellHistory } from "./tell-history.ts";

const hour = 3_600_000;

/** Stores the past week as if each delivery had been received and worked off then. Writes nothing a second time. */
export async function recordHistory(page: DemoPage, now: Date): Promise<void> {
  const rows = pastDeliveries(page.externalId, now).flatMap((delivery) => eventRows(page, delivery));
  const events = withTroubles(rows, now).map((event) => ({ ...event, isCounted: messageOf(event) !== null }));

  await asSystem(async (tx) => {
    const claimed = await tx
      .insert(webhookReceipts)
      .values(
        events.map(({ provider, externalId, id, receivedAt }) => ({
          provider,
          externalId,
          eventId: id,
          receivedAt,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: webhookReceipts.eventId });
    const fresh = new Set(claimed.map(({ id }) => id));
    const stored = events.filter(({ id }) => fresh.has(id));
    if (stored.length === 0) return;

    await tx.insert(webhookEvents).values(await recordTroubles(tx, stored));
    await tellHistory(tx, stored);
    await tx.insert(webhookAttempts).values(stored.flatMap(attempts));
    await tx.execute(sql`
      update connections set last_event_at = (select max(received_at) from webhook_events where connection_id = ${page.id}),
        connected_at = ${new Date(now.getTime() - 8 * 24 * hour).toISOString()}::timestamptz
      where id = ${page.id}`);
  });
}

export type EventRow = typeof webhookEvents.$inferInsert & {
  connectionId: string;
  organizationId: string;
  status: EventStatus;
  attempts: number;
  errorMessage: string | null;
};

const generator = new V7Generator();

function eventRows(page: DemoPage, { receivedAt, body }: PastDelivery): EventRow[] {
  return splitEnvelope(JSON.parse(body)).map((event) => ({
    id: generator.generateOrResetCore(receivedAt.getTime(), 0).toString(),
    receivedAt,
    provider: event.provider,
    connectionId: page.id,
    organizationId: page.organizationId,
    accountExternalId: event.accountExternalId,
    eventType: event.eventType,
    externalId: event.externalId,
    payload: event.payload,
    payloadHash: createHash("sha256").update(JSON.stringify(event.payload)).digest("hex"),
    headers: { "content-type": "application/json", "user-agent": "facebookexternalua" },
    verifiedWith: "meta",
    occurredAt: event.occurredAt,
    summary: facebookInterpreter.interpret(event).summary,
    status: "processed",
    attempts: 1,
    errorMessage: null,
    processedAt: new Date(receivedAt.getTime() + 120 + (receivedAt.getTime() % 7) * 30),
  }));
}

/** A week in which not everything went well: something failed and will be tried again, something was given up. */
function withTroubles(rows: EventRow[], now: Date): EventRow[] {
  const trouble = (fromEnd: number, change: Partial<EventRow>) => {
    const row = rows.at(-fromEnd);
    if (row) Object.assign(row, change);
  };
  const timedOut = "The event took longer than 10 seconds to work off and was stopped.";
  const refused = "Facebook did not say who wrote this, because its permission was taken back.";

  trouble(3, {
    status: "failed",
    attempts: 2,
    processedAt: null,
    errorMessage: timedOut,
    nextAttemptAt: new Date(now.getTime() + 6 * hour),
  });
  trouble(6, {
    duplicates: 2,
    duplicateTimes: [new Date(now.getTime() - 2 * hour), new Date(now.getTime() - hour)],
  });
  trouble(17, { status: "dead", attempts: 8, processedAt: null, errorMessage: timedOut });
  for (const message of rows.filter(({ eventType }) => eventType === "messages").slice(-6, -4))
    Object.assign(message, { status: "dead", attempts: 8, processedAt: null, errorMessage: refused });
  trouble(26, { status: "ignored", attempts: 1 });
  trouble(1, {
    status: "pending",
    attempts: 0,
    processedAt: null,
    summary: null,
    parkedFor: "message",
    nextAttemptAt: new Date(now.getTime() + 24 * hour),
  });
  return rows;
}

function attempts(event: EventRow) {
  const { organizationId } = event;
  return Array.from({ length: event.attempts }, (_, index) => {
    const isLast = index === event.attempts - 1;
    const failed = !isLast || event.status === "failed" || event.status === "dead";
    return {
      eventId: event.id,
      eventReceivedAt: event.receivedAt,
      organizationId,
      attempt: index + 1,
      startedAt: new Date(event.receivedAt.getTime() + 100 + index * 60_000),
      durationMs: failed ? 10_000 : 4 + (event.receivedAt.getTime() % 9),
      outcome: isLast ? event.status : ("failed" as const),
      errorMessage: failed ? event.errorMessage : null,
    };
  });
}
