import "server-only";
import { sql } from "drizzle-orm";
import { countMessages } from "#lib/conversations/count-messages.ts";
import type { Transaction } from "#lib/db/client.ts";
import { keptPlan } from "#lib/db/kept-plan.ts";
import type { Json } from "#lib/providers/contract.ts";
import type { Attempt } from "./attempt-event.ts";
import { moveCounts } from "./event-counts.ts";
import { recordProblems } from "./record-problems.ts";
import { searchTerms } from "./search-terms.ts";

/** Writes down a batch of tries, with all that is told by them, in a few statements, however many tries there are. */
export async function writeAttempts(tx: Transaction, attempts: Attempt[]): Promise<void> {
  const problems = await recordProblems(tx, attempts);
  await countMessages(tx, attempts.flatMap(toMessage));
  await updateEvents(tx, attempts, problems);
  await insertTries(
    tx,
    attempts.filter(({ outcome }) => outcome !== "pending"),
  );
  await moveCounts(
    tx,
    attempts.map(({ event, outcome }) => ({ ...event, from: event.status, to: outcome })),
  );
}

/** A message counts when its event is worked off, and once, however often that is. */
function toMessage({ event, outcome, message }: Attempt) {
  const counts = message && outcome === "processed" && !event.isCounted;
  return counts ? [{ ...event, message }] : [];
}

async function updateEvents(
  tx: Transaction,
  attempts: Attempt[],
  problems: Map<string, string>,
): Promise<void> {
  const times = attempts.map(({ event }) => event.receivedAt.getTime());
  const earliest = new Date(Math.min(...times)).toISOString();
  const latest = new Date(Math.max(...times)).toISOString();
  const rows = attempts.map((attempt) => toEvent(attempt, problems.get(attempt.event.id)));

  // The bounds let the planner leave out every other week's partition.
  await tx.execute(sql`
    update webhook_events as e
    set status = a.outcome, attempts = a.attempts, summary = coalesce(a.summary, e.summary),
        error_message = a.error_message, next_attempt_at = a.next_attempt_at, parked_for = a.parked_for,
        processed_at = case when a.outcome in ('processed', 'ignored') then clock_timestamp() end,
        problem_id = coalesce(a.problem_id, e.problem_id), is_counted = e.is_counted or a.is_counted,
        search = case when a.ids is null then e.search
          else private.webhook_search_document(e.organization_id, e.received_at, a.ids, a.words) end
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as a (
      id uuid, received_at timestamptz, outcome webhook_event_status, attempts int, summary text,
      error_message text, next_attempt_at timestamptz, parked_for text, problem_id uuid, is_counted boolean,
      ids text[], words text)
    where e.id = a.id and e.received_at = a.received_at
      and e.received_at between ${earliest}::timestamptz and ${latest}::timestamptz`);
}

function toEvent(attempt: Attempt, problemId: string | undefined) {
  const { event, outcome, number } = attempt;
  return {
    id: event.id,
    received_at: event.receivedAt,
    outcome,
    attempts: outcome === "pending" ? event.attempts : number,
    summary: attempt.summary,
    error_message: attempt.errorMessage,
    next_attempt_at: attempt.nextAttemptAt,
    parked_for: attempt.parkedFor,
    problem_id: problemId,
    is_counted: toMessage(attempt).length > 0,
    ...searchDocument(attempt),
  };
}

/** Nothing where it would be what it is already: each writing costs as much as all the event's other indexes together. */
function searchDocument({ event, summary }: Attempt) {
  if (event.isSearchable && (summary === null || summary === event.summary)) return {};
  // What the column holds went in as JSON and comes out as JSON.
  return searchTerms({ ...event, payload: event.payload as Json, summary: summary ?? event.summary });
}

async function insertTries(tx: Transaction, attempts: Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const rows = attempts.map(({ event, number, startedAt, durationMs, outcome, errorMessage }) => ({
    event_id: event.id,
    event_received_at: event.receivedAt,
    attempt: number,
    organization_id: event.organizationId,
    started_at: startedAt,
    duration_ms: durationMs,
    outcome,
    error_message: errorMessage,
  }));
  await tx.execute(sql`
    ${keptPlan} insert into webhook_attempts
      (event_id, event_received_at, attempt, organization_id, started_at, duration_ms, outcome, error_message)
    select event_id, event_received_at, attempt, organization_id, started_at, duration_ms, outcome, error_message
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as a (
      event_id uuid, event_received_at timestamptz, attempt int, organization_id uuid, started_at timestamptz,
      duration_ms int, outcome webhook_event_status, error_message text)`);
}
