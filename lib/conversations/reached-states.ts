import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { type ToldMessage, toldMoment } from "./told-messages.ts";

/** When what was counted of these messages before happened, by the key of its event. */
export async function reachedStates(
  tx: Transaction,
  provider: ProviderId,
  messages: readonly ToldMessage[],
): Promise<Map<string, number>> {
  const keys = [
    ...new Set(messages.flatMap(({ states }) => states?.map(({ externalId }) => externalId) ?? [])),
  ];
  if (keys.length === 0) return new Map();

  const rows = await tx.execute<{ key: string; occurredAt: string | null; receivedAt: string }>(sql`
    select r.external_id as key, e.occurred_at::text as "occurredAt", e.received_at::text as "receivedAt"
    from webhook_receipts r join webhook_events e on e.id = r.event_id and e.received_at = r.received_at
    where r.provider = ${provider}
      and r.external_id in (select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb))
      and e.is_counted`);
  return new Map(
    rows.map(({ key, occurredAt, receivedAt }) => [
      key,
      toldMoment(occurredAt === null ? null : new Date(occurredAt), new Date(receivedAt)),
    ]),
  );
}
