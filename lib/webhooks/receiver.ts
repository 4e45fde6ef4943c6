import "server-only";
import { log } from "#lib/log.ts";
import type { Delivery, Reading, RejectionReason, WebhookSender } from "#lib/providers/contract.ts";
import { deliveryWeight } from "./delivery-weight.ts";
import { noteProvenAddress } from "./note-proven-address.ts";
import { readBody } from "./read-body.ts";
import { readingContext } from "./reading-context.ts";
import type { RefusedRequest } from "./rejection-sample.ts";
import { countRejection } from "./rejections.ts";
import { storage } from "./storage.ts";
import { within } from "./within.ts";

/** Platforms wait five seconds; what takes longer is told to come again, and is a duplicate if it was stored after all. */
const patienceMs = 8_000;

/** Next compresses what it may, and then the two mounts would not say the same bytes. */
const asItIs = { "cache-control": "no-store, no-transform" };

/**
 * The way from a platform's request to its answer, blind to what called it: the route handler and `server.ts` mount
 * this same function. It says 200 only when the events are durable, and never learns more about a request that
 * cannot prove where it comes from than why it was refused.
 */
export function receiver(sender: WebhookSender): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = await readBody(request);
    if (!body.ok)
      return body.error === "too_large"
        ? refuse(sender, "too_large", 413, request)
        : refuse(sender, "unparsable", 400, request);

    const delivery = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      body: body.value,
    };
    const reading = await sender.read(delivery, readingContext(sender));

    switch (reading.kind) {
      case "answer":
        if (reading.proves === "address")
          await within(patienceMs, noteProvenAddress(sender.id)).catch(() => {});
        return new Response(reading.body, {
          status: reading.status,
          headers: { ...asItIs, ...reading.headers },
        });
      case "refused":
        return refuse(sender, reading.reason, reading.status, {
          ...delivery,
          bodyBytes: delivery.body.byteLength,
        });
      case "events":
        return keep(sender, delivery, reading);
    }
  };
}

async function keep(
  sender: WebhookSender,
  delivery: Delivery,
  { events, verifiedWith }: Extract<Reading, { kind: "events" }>,
): Promise<Response> {
  // Genuine, and nothing we know how to keep: refusing it would have it sent for days.
  if (events.length === 0) log().warn({ sender: sender.id, verifiedWith }, "delivery without events");
  else if (!(await isDurable(sender, delivery, { events, verifiedWith }))) return comeAgain();

  const { status, headers, body } = sender.acknowledgement;
  return new Response(body, { status, headers });
}

async function isDurable(
  sender: WebhookSender,
  { headers, body }: Delivery,
  contents: Pick<Extract<Reading, { kind: "events" }>, "events" | "verifiedWith">,
): Promise<boolean> {
  const kept = sender.keptHeaders.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });

  const weight = deliveryWeight(contents.events.length, body.byteLength);
  const stored = storage.add({ ...contents, headers: Object.fromEntries(kept) }, weight);
  if (!stored) {
    log().warn({ sender: sender.id }, "too many deliveries waiting");
    return false;
  }
  try {
    await within(patienceMs, stored);
    return true;
  } catch (error) {
    log().error({ err: error, sender: sender.id, events: contents.events.length }, "delivery not stored");
    return false;
  }
}

function refuse(
  sender: WebhookSender,
  reason: RejectionReason,
  status: number,
  request: RefusedRequest,
): Response {
  countRejection(sender.id, reason, request);
  // The count is the record; a line for each would let anyone fill the disk.
  log().debug({ sender: sender.id, reason, status }, "delivery refused");

  const headers = new Headers({ "content-type": "text/plain", ...asItIs });
  if (status === 405) headers.set("allow", "GET, POST");
  if (status === 503) headers.set("retry-after", "60");
  return new Response(reason, { status, headers });
}

function comeAgain(): Response {
  return new Response("not stored, please send again", {
    status: 503,
    headers: { "content-type": "text/plain", "retry-after": "5", ...asItIs },
  });
}
