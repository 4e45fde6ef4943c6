import { sql } from "drizzle-orm";
import { countMessages } from "#lib/conversations/count-messages.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Json } from "#lib/providers/contract.ts";
import { moveCounts } from "#lib/webhooks/event-counts.ts";
import { searchTerms } from "#lib/webhooks/search-terms.ts";
import { messageOf } from "./message-of.ts";
import type { EventRow } from "./record-history.ts";

/** Counts the past events and makes them findable, as their being worked off would have done. */
export async function tellHistory(tx: Transaction, events: EventRow[]): Promise<void> {
  await moveCounts(
    tx,
    events.map((event) => ({ ...event, from: null, to: event.status })),
  );

  await countMessages(tx, events.flatMap(toMessage));

  const tried = events.filter(({ status }) => status !== "pending");
  const documents = tried.map((event) => ({
    id: event.id,
    received_at: event.receivedAt,
    ...searchTerms({
      payload: event.payload as Json,
      externalId: event.externalId,
      accountExternalId: event.accountExternalId ?? null,
      summary: event.summary ?? null,
    }),
  }));
  await tx.execute(sql`
    update webhook_events as e
    set search = private.webhook_search_document(e.organization_id, e.received_at, d.ids, d.words)
    from jsonb_to_recordset(${JSON.stringify(documents)}::text::jsonb) as d (
      id uuid, received_at timestamptz, ids text[], words text)
    where e.id = d.id and e.received_at = d.received_at`);
}

function toMessage(event: EventRow) {
  const message = messageOf(event);
  return message ? [{ ...event, occurredAt: event.occurredAt ?? null, message }] : [];
}
