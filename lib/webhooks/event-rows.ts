import { hash } from "node:crypto";
import { newEventIdentity } from "./event-identity.ts";
import type { VerifiedDelivery } from "./verified-delivery.ts";

type Kept = {
  event: VerifiedDelivery["events"][number];
  identity: ReturnType<typeof newEventIdentity>;
  surroundings: string;
  again: number;
};

/**
 * The events of these deliveries as the JSON that `private.record_webhook_events` takes: each once, with how often it
 * came again among them. Null when there are none.
 */
export function eventRows(deliveries: VerifiedDelivery[]): string | null {
  const kept = new Map<string, Kept>();

  for (const { events, headers, verifiedWith } of deliveries) {
    const surroundings = `"headers":${JSON.stringify(headers)},"verified_with":${JSON.stringify(verifiedWith)}`;
    for (const event of events) {
      const key = `${event.provider} ${event.externalId}`;
      const before = kept.get(key);
      if (before) before.again += 1;
      // By its id an event stands where it came, also among those that came in the same millisecond.
      else kept.set(key, { event, identity: newEventIdentity(), surroundings, again: 0 });
    }
  }
  if (kept.size === 0) return null;

  // Everyone claims keys in one order, so that two claiming the same ones wait for each other and never in a circle.
  const sorted = [...kept].sort(([left], [right]) => (left < right ? -1 : 1));
  return `[${sorted.map(([, entry]) => rowOf(entry)).join(",")}]`;
}

/** Put together by hand, so that the payload, which is most of it, becomes text once: for its digest and for its place. */
function rowOf({ event, identity, surroundings, again }: Kept): string {
  const payload = JSON.stringify(event.payload);
  const small = JSON.stringify({
    id: identity.id,
    received_at: identity.receivedAt,
    provider: event.provider,
    account: event.accountExternalId,
    type: event.eventType,
    key: event.externalId,
    hash: hash("sha256", payload),
    occurred_at: event.occurredAt,
    again,
  });
  return `${small.slice(0, -1)},${surroundings},"payload":${payload}}`;
}
