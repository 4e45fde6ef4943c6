import "server-only";
import { log } from "#lib/log.ts";
import type { Delivery, Reading, WebhookSender } from "#lib/providers/contract.ts";
import { deliveryWeight } from "./delivery-weight.ts";
import { storage } from "./storage.ts";
import { within } from "./within.ts";

/** Platforms wait five seconds; what takes longer is told to come again, and is a duplicate if it was stored after all. */
const patienceMs = 8_000;

/** True once everything in the delivery is durable; false when it must come again. */
export async function keepDelivery(
  sender: WebhookSender,
  { headers, body }: Delivery,
  { events, verifiedWith }: Extract<Reading, { kind: "events" }>,
): Promise<boolean> {
  if (events.length === 0) {
    // Genuine, and nothing we know how to keep: refusing it would have it sent for days.
    log().warn({ sender: sender.id, verifiedWith }, "delivery without events");
    return true;
  }

  const kept: Record<string, string> = {};
  for (const name of sender.keptHeaders) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }

  const weight = deliveryWeight(events.length, body.byteLength);
  const stored = storage.add({ events, verifiedWith, headers: kept }, weight);
  if (!stored) {
    log().warn({ sender: sender.id }, "too many deliveries waiting");
    return false;
  }
  try {
    await within(patienceMs, stored);
    return true;
  } catch (error) {
    log().error({ err: error, sender: sender.id, events: events.length }, "delivery not stored");
    return false;
  }
}
