import { sql } from "drizzle-orm";
import { webhookProblems } from "#drizzle/schema/webhook-log.ts";
import type { Transaction } from "#lib/db/client.ts";
import { problemCause } from "#lib/webhooks/problem-cause.ts";
import type { EventRow } from "./record-history.ts";

/** Writes down the problems that the troubled events share; each of these then names its own. */
export async function recordTroubles(tx: Transaction, events: EventRow[]): Promise<EventRow[]> {
  const ids = new Map<EventRow, string>();
  for (const event of events.filter(({ status }) => status === "failed" || status === "dead")) {
    const { organizationId, provider, eventType, receivedAt, attempts } = event;
    const [problem] = await tx
      .insert(webhookProblems)
      .values({
        organizationId,
        provider,
        eventType,
        cause: problemCause(event.errorMessage),
        failures: attempts,
        firstSeenAt: receivedAt,
        lastSeenAt: receivedAt,
      })
      .onConflictDoUpdate({
        target: [
          webhookProblems.organizationId,
          webhookProblems.provider,
          webhookProblems.eventType,
          webhookProblems.cause,
        ],
        set: {
          failures: sql`${webhookProblems.failures} + excluded.failures`,
          firstSeenAt: sql`least(${webhookProblems.firstSeenAt}, excluded.first_seen_at)`,
          lastSeenAt: sql`greatest(${webhookProblems.lastSeenAt}, excluded.last_seen_at)`,
        },
      })
      .returning({ id: webhookProblems.id });
    if (problem) ids.set(event, problem.id);
  }
  return events.map((event) => ({ ...event, problemId: ids.get(event) }));
}
