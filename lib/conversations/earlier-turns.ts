import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { Json, ProviderId } from "#lib/providers/contract.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { toldMessage, turnsByContact } from "./told-messages.ts";
import type { Turn } from "./turns.ts";

type Place = { connectionId: string; provider: ProviderId };
type Row = { eventType: string; payload: Json; occurredAt: string | null; receivedAt: string };

/** The platforms give up on a delivery after seven days. */
const reachMs = 8 * 24 * 60 * 60_000;
const mostEvents = 2_000;

/**
 * What was said with these customers around and after that moment, from the events that were counted already: for the few of
 * whom something comes late. Found by the events' index of ids.
 */
export async function earlierTurns(
  tx: Transaction,
  { connectionId, provider }: Place,
  contacts: readonly string[],
  since: number,
): Promise<Map<string, Turn[]>> {
  if (contacts.length === 0) return new Map();
  const ids = contacts.map((id) => `'=${id.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`).join(" | ");
  const rows = await tx.execute<Row>(sql`
    select event_type as "eventType", payload, occurred_at::text as "occurredAt", received_at::text as "receivedAt"
    from webhook_events
    where connection_id = ${connectionId} and is_counted
      and received_at >= ${new Date(since - reachMs).toISOString()}::timestamptz
      and search @@ lower(${ids}::text)::tsquery
    order by received_at desc limit ${mostEvents}::int`);

  const interpreter = interpreterFor(provider);
  return turnsByContact(
    rows.flatMap(({ eventType, payload, occurredAt, receivedAt }) => {
      const { message } = interpreter.interpret({ eventType, payload });
      if (!message) return [];
      return [toldMessage(message, occurredAt === null ? null : new Date(occurredAt), new Date(receivedAt))];
    }),
  );
}
