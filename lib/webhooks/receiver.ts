import "server-only";
import type { WebhookSender } from "#lib/providers/contract.ts";
import type { Answer } from "./answer.ts";
import { type DeliveryAnswers, deliveryAnswers } from "./delivery-answers.ts";
import { bodyTimeoutMs, readBody } from "./read-body.ts";

type Options = { answers?: DeliveryAnswers; timeoutMs?: number };

/** A sender's door for anything that speaks in the web's own `Request` and `Response`. */
export function receiver(
  sender: WebhookSender,
  { answers = deliveryAnswers(sender), timeoutMs = bodyTimeoutMs }: Options = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = await readBody(request, timeoutMs);
    const asked = {
      method: request.method,
      headers: request.headers,
      // Taken apart only when someone asks for it, which most deliveries can do without.
      get url() {
        return new URL(request.url);
      },
    };
    return responseOf(
      body.ok
        ? await answers.toDelivery(Object.assign(asked, { body: body.value }))
        : answers.toUnreadable(body.error, asked),
    );
  };
}

// Of an empty text the web would say that it is plain text.
const responseOf = ({ status, headers, body }: Answer) => new Response(body || null, { status, headers });
