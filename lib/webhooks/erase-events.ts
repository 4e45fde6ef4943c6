import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { moveCounts } from "./event-counts.ts";
import type { EventStatus } from "./event-filter.ts";

export type ErasableEvent = {
  id: string;
  receivedAt: string;
  organizationId: string | null;
  connectionId: string | null;
  provider: ProviderId;
  eventType: string;
  externalId: string;
  status: EventStatus;
};

/** What there is nothing left of to work off. */
const unfinished: EventStatus[] = ["pending", "failed", "dead"];

/**
 * Leaves of these events, locked by the caller and in their order, that they happened: no payload, no headers, no words, and
 * no key that names the person. One that came again under such a key would be taken for new.
 */
export async function eraseEvents(tx: Transaction, personId: string, events: ErasableEvent[]): Promise<void> {
  const [first, last] = [events.at(0), events.at(-1)];
  if (!first || !last) return;

  const ids = sql`any(${`{${events.map(({ id }) => id).join(",")}}`}::uuid[])`;
  const between = sql`between ${first.receivedAt}::timestamptz and ${last.receivedAt}::timestamptz`;
  await tx.execute(sql`
    delete from webhook_receipts r using webhook_events e
    where e.id = ${ids} and e.received_at ${between} and strpos(e.external_id, ${personId}) > 0
      and r.provider = e.provider and r.external_id = e.external_id`);
  await tx.execute(sql`
    update webhook_attempts set error_message = null
    where event_id = ${ids} and event_received_at ${between} and error_message is not null`);
  await tx.execute(sql`
    update webhook_events set
      payload = jsonb_build_object('erased', true, 'kind', event_type), payload_hash = '', headers = '{}',
      external_id = case when strpos(external_id, ${personId}) > 0 then 'erased:' || id else external_id end,
      summary = 'Erased on request', error_message = null,
      search = case when organization_id is not null
        then private.webhook_search_document(organization_id, received_at, '{}', '') end,
      status = case when status::text = any(${`{${unfinished.join(",")}}`}::text[]) then 'ignored' else status end,
      next_attempt_at = null, parked_for = null, processed_at = coalesce(processed_at, clock_timestamp())
    where id = ${ids} and received_at ${between}`);
  await moveCounts(tx, events.flatMap(toMove));
}

function toMove({ organizationId, connectionId, provider, eventType, receivedAt, status }: ErasableEvent) {
  if (!organizationId || !connectionId || !unfinished.includes(status)) return [];
  return [
    {
      ...{ organizationId, connectionId, provider, eventType },
      receivedAt: new Date(receivedAt),
      from: status,
      to: "ignored" as const,
    },
  ];
}
