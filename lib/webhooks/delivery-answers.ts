import "server-only";
import { log } from "#lib/log.ts";
import type { Delivery, Reading, RejectionReason, WebhookSender } from "#lib/providers/contract.ts";
import type { Answer } from "./answer.ts";
import { withTheCrowd } from "./crowd.ts";
import { keepDelivery } from "./keep-delivery.ts";
import { noteProvenAddress } from "./note-proven-address.ts";
import type { RefusedRequest } from "./rejection-sample.ts";
import { countRejection } from "./rejections.ts";
import { senderReading } from "./sender-reading.ts";
import { within } from "./within.ts";

/** Why a request did not become a delivery. */
export type Unreadable = "too_large" | "too_slow" | "broken" | "unheard_of_method";

export type DeliveryAnswers = {
  /** The answer to a delivery. Says 200 only when its events are durable; never throws. */
  toDelivery(delivery: Delivery): Promise<Answer>;
  /** The answer to a request that could not be read. */
  toUnreadable(why: Unreadable, request: RefusedRequest): Answer;
};

/** A note for our checklist is not worth the platform's patience. */
const notePatienceMs = 2_000;

/** Next compresses what it may, and then the two mounts would not say the same bytes. */
const asItIs = { "cache-control": "no-store, no-transform" };

/**
 * The way from a platform's delivery to its answer, blind to what carried it. A request that cannot prove where it
 * comes from learns no more than why it was refused.
 */
export function deliveryAnswers(sender: WebhookSender): DeliveryAnswers {
  const acknowledged: Answer = { ...sender.acknowledgement };

  async function toDelivery(delivery: Delivery): Promise<Answer> {
    try {
      await withTheCrowd();
      return await answerTo(delivery, await senderReading(sender, delivery));
    } catch (error) {
      log().error({ err: error, sender: sender.id }, "delivery not read");
      return comeAgain;
    }
  }

  async function answerTo(delivery: Delivery, reading: Reading): Promise<Answer> {
    switch (reading.kind) {
      case "answer":
        if (reading.proves === "address")
          await within(notePatienceMs, noteProvenAddress(sender.id)).catch(() => {});
        return { status: reading.status, headers: { ...asItIs, ...reading.headers }, body: reading.body };
      case "refused":
        return refuse(reading.reason, reading.status, {
          ...requestOf(delivery),
          bodyBytes: delivery.body.byteLength,
        });
      case "events":
        return (await keepDelivery(sender, delivery, reading)) ? acknowledged : comeAgain;
    }
  }

  function refuse(reason: RejectionReason, status: number, request: RefusedRequest): Answer {
    countRejection(sender.id, reason, request);
    // The count is the record; a line for each would let anyone fill the disk.
    log().debug({ sender: sender.id, reason, status }, "delivery refused");
    return { status, headers: { "content-type": "text/plain", ...asItIs, ...more[status] }, body: reason };
  }

  return { toDelivery, toUnreadable: (why, request) => refuse(...refusals[why], request) };
}

const refusals: Record<Unreadable, [RejectionReason, number]> = {
  too_large: ["too_large", 413],
  too_slow: ["too_slow", 408],
  broken: ["unparsable", 400],
  unheard_of_method: ["wrong_method", 400],
};

const more: Record<number, Record<string, string>> = {
  405: { allow: "GET, POST" },
  503: { "retry-after": "60" },
};

const comeAgain: Answer = {
  status: 503,
  headers: { "content-type": "text/plain", "retry-after": "5", ...asItIs },
  body: "not stored, please send again",
};

// By name, since a delivery may make them only when they are asked for.
const requestOf = ({ method, url, headers }: Delivery): RefusedRequest => ({ method, url, headers });
