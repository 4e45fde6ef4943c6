import "server-only";
import { webhookSenders } from "#lib/providers/registry.ts";
import { type DeliveryAnswers, deliveryAnswers } from "./delivery-answers.ts";
import { receiver } from "./receiver.ts";

export type WebhookDoor = {
  /** What node:http mounts: a `Request` and a `Response` for each delivery would cost it as much as all the rest. */
  answers: DeliveryAnswers;
  /** The same for a route handler. */
  receive: (request: Request) => Promise<Response>;
};

/** Every path a platform may post to, with who answers there. Both mounts take their doors from here. */
export function webhookDoors(): Map<string, WebhookDoor> {
  return new Map(
    webhookSenders().flatMap((sender) => {
      const answers = deliveryAnswers(sender);
      const door = { answers, receive: receiver(sender, { answers }) };
      return sender.paths.map((path) => [path, door] as const);
    }),
  );
}
