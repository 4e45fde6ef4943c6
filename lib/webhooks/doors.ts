import "server-only";
import type { WebhookSender } from "#lib/providers/contract.ts";
import { webhookSenders } from "#lib/providers/registry.ts";
import { receiver } from "./receiver.ts";

export type WebhookDoor = { sender: WebhookSender; receive: (request: Request) => Promise<Response> };

/** Every path a platform may post to, with who answers there. Both mounts take their doors from here. */
export function webhookDoors(): Map<string, WebhookDoor> {
  return new Map(
    webhookSenders().flatMap((sender) => {
      const door = { sender, receive: receiver(sender) };
      return sender.paths.map((path) => [path, door] as const);
    }),
  );
}
