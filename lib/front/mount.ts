import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "#lib/webhooks/answer.ts";
import type { DeliveryAnswers } from "#lib/webhooks/delivery-answers.ts";
import { readDelivery } from "./read-delivery.ts";

/** Puts a door on node:http: it is asked the same as in a route handler, and its answer goes out as it is. */
export function mount(answers: DeliveryAnswers, bodyTimeoutMs?: number) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const reading = await readDelivery(incoming, bodyTimeoutMs);
    if (reading.kind === "gone") return;

    const answer =
      reading.kind === "delivery"
        ? await answers.toDelivery(reading.delivery)
        : answers.toUnreadable(reading.why, reading.request);
    send(incoming, outgoing, answer);
  };
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const framing: Record<string, string | number> = { "content-length": Buffer.byteLength(body) };
  // What was not read to its end cannot be followed by another request.
  if (!incoming.complete) framing.connection = "close";

  outgoing.writeHead(status, { ...headers, ...framing });
  outgoing.end(body);
}
