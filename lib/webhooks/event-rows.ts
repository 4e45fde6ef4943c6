import { createHash } from "node:crypto";
import { newEventIdentity } from "./event-identity.ts";
import type { VerifiedDelivery } from "./verified-delivery.ts";

export type EventRow = ReturnType<typeof toRow>;

/** The rows that these deliveries make, and how often each came again among them. */
export function eventRows(deliveries: VerifiedDelivery[]) {
  const rows = new Map<string, EventRow>();
  const repeats: RepeatedEvent[] = [];

  for (const delivery of deliveries) {
    for (const event of delivery.events) {
      const key = keyOf(event);
      if (rows.has(key)) repeats.push({ provider: event.provider, externalId: event.externalId });
      else rows.set(key, toRow(event, delivery));
    }
  }
  // Everyone claims keys in one order, so that two claiming the same ones wait for each other and never in a circle.
  const sorted = [...rows.entries()].sort(([left], [right]) => (left < right ? -1 : 1));
  return { rows: sorted.map(([, row]) => row), repeats };
}

export type RepeatedEvent = { provider: string; externalId: string };

function keyOf({ provider, externalId }: RepeatedEvent): string {
  return `${provider} ${externalId}`;
}

function toRow(event: VerifiedDelivery["events"][number], { headers, verifiedWith }: VerifiedDelivery) {
  const { id, receivedAt } = newEventIdentity();
  return {
    id,
    received_at: receivedAt,
    provider: event.provider,
    account_external_id: event.accountExternalId,
    event_type: event.eventType,
    external_id: event.externalId,
    payload: event.payload,
    payload_hash: createHash("sha256").update(JSON.stringify(event.payload)).digest("hex"),
    headers,
    verified_with: verifiedWith,
    occurred_at: event.occurredAt,
  };
}
