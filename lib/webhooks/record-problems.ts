import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { Attempt } from "./attempt-event.ts";
import { problemCause } from "./problem-cause.ts";

/**
 * Counts the failures of a batch by their cause, and returns the problem of each, by event. One that was resolved and comes
 * back is open again. In the order of their key, so that two batches never wait for each other in a circle.
 */
export async function recordProblems(
  tx: Transaction,
  attempts: readonly Attempt[],
): Promise<Map<string, string>> {
  const failures = attempts
    .filter(({ outcome }) => outcome === "failed" || outcome === "dead")
    .map(toFailure);
  if (failures.length === 0) return new Map();

  const problems = await tx.execute<{ id: string; provider: string; event_type: string; cause: string }>(sql`
    insert into webhook_problems as p
      (organization_id, provider, event_type, cause, failures, first_seen_at, last_seen_at)
    select organization_id, provider, event_type, cause, count(*)::int, min(at), max(at)
    from jsonb_to_recordset(${JSON.stringify(failures)}::text::jsonb) as f (
      organization_id uuid, provider provider, event_type text, cause text, at timestamptz)
    group by organization_id, provider, event_type, cause
    order by organization_id, provider, event_type, cause
    on conflict (organization_id, provider, event_type, cause) do update
    set failures = p.failures + excluded.failures,
      last_seen_at = greatest(p.last_seen_at, excluded.last_seen_at),
      status = case when p.status = 'resolved' then 'open' else p.status end,
      changed_by = case when p.status = 'resolved' then null else p.changed_by end,
      changed_at = case when p.status = 'resolved' then null else p.changed_at end
    returning id, provider, event_type, cause`);

  const ids = new Map(
    problems.map((problem) => [keyOf(problem.provider, problem.event_type, problem.cause), problem.id]),
  );
  return new Map(
    failures.flatMap(({ event_id, provider, event_type, cause }) => {
      const id = ids.get(keyOf(provider, event_type, cause));
      return id ? [[event_id, id] as const] : [];
    }),
  );
}

/** A batch is of one connection, and so of one organization. */
const keyOf = (...parts: string[]) => JSON.stringify(parts);

function toFailure({ event, startedAt, errorMessage }: Attempt) {
  return {
    event_id: event.id,
    organization_id: event.organizationId,
    provider: event.provider,
    event_type: event.eventType,
    cause: problemCause(errorMessage),
    at: startedAt,
  };
}
