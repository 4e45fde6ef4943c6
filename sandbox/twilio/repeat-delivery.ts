import type { Twilio } from "./twilio.ts";
import type { Delivery } from "./types.ts";

/** The same form again, signed anew. */
export function repeatDelivery({ webhooks }: Twilio, delivery: Delivery): Delivery {
  const { accountSid, kind, summary, url, body, idempotencyToken } = delivery;
  return webhooks.send({
    accountSid,
    kind,
    summary: `Again: ${summary.replace(/^Again: /, "")}`,
    url: url || null,
    idempotencyToken,
    params: [...new URLSearchParams(body)],
  }).delivery;
}
