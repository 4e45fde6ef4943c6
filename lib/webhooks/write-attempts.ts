import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { Attempt } from "./attempt-event.ts";

/** Writes down a batch of tries in two statements, however many there are. */
export async function writeAttempts(tx: Transaction, attempts: Attempt[]): Promise<void> {
  const times = attempts.map(({ event }) => event.receivedAt.getTime());
  const earliest = new Date(Math.min(...times)).toISOString();
  const latest = new Date(Math.max(...times)).toISOString();

  const rows = sql`jsonb_to_recordset(${JSON.stringify(attempts.map(toRow))}::text::jsonb) as a (
    event_id uuid, received_at timestamptz, organization_id uuid, attempt int, started_at timestamptz,
    duration_ms int, outcome webhook_event_status, summary text, error_message text, next_attempt_at timestamptz)`;

  // The bounds let the planner leave out every other week's partition.
  await tx.execute(sql`
    update webhook_events as e
    set status = a.outcome, attempts = a.attempt, summary = coalesce(a.summary, e.summary),
        error_message = a.error_message, next_attempt_at = a.next_attempt_at,
        processed_at = case when a.outcome = 'processed' then clock_timestamp() end
    from ${rows}
    where e.id = a.event_id and e.received_at = a.received_at
      and e.received_at between ${earliest}::timestamptz and ${latest}::timestamptz`);

  await tx.execute(sql`
    insert into webhook_attempts
      (event_id, event_received_at, attempt, organization_id, started_at, duration_ms, outcome, error_message)
    select event_id, received_at, attempt, organization_id, started_at, duration_ms, outcome, error_message
    from ${rows}`);
}

function toRow({ event, number, ...attempt }: Attempt) {
  return {
    event_id: event.id,
    received_at: event.receivedAt,
    organization_id: event.organizationId,
    attempt: number,
    started_at: attempt.startedAt,
    duration_ms: attempt.durationMs,
    outcome: attempt.outcome,
    summary: attempt.summary,
    error_message: attempt.errorMessage,
    next_attempt_at: attempt.nextAttemptAt,
  };
}
