import "server-only";
import type { Delivery, Reading, WebhookSender } from "#lib/providers/contract.ts";
import { readingContext } from "./reading-context.ts";

/** What the sender makes of a delivery. */
export function senderReading(sender: WebhookSender, delivery: Delivery): Promise<Reading> {
  return sender.read(delivery, readingContext(sender));
}
