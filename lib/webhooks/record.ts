import "server-only";
import { withClient } from "#lib/db/client.ts";
import { countRepeatsLater, type HeldRepeat } from "./count-repeats-later.ts";
import { eventRows } from "./event-rows.ts";
import type { VerifiedDelivery } from "./verified-delivery.ts";

/**
 * After this, a 200 is a promise we can keep: every event is stored once, with its connection's job queued and the
 * open pages told, or nothing of it is. An event that came before is counted on the one that is stored. Which
 * connection an event belongs to is looked up where it is stored: a look-up by key among what the statement has at
 * hand anyway, and never out of date, which no memory of ours could say of itself.
 */
export async function recordDeliveries(deliveries: VerifiedDelivery[]): Promise<void> {
  const events = eventRows(deliveries);
  if (events === null) return;

  // One statement that commits by itself: one round trip, and no transaction left open when we end in the middle.
  const held = await withClient(
    (sql) => sql<HeldRepeat[]>`select * from private.record_webhook_events(${events}::text::jsonb)`,
  );
  if (held.length > 0) countRepeatsLater(held);
}
