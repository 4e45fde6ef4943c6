import { z } from "zod";
import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";
import type { ProviderId, WebhookSender } from "#lib/providers/contract.ts";

const Body = z.object({
  account: z.string(),
  type: z.string(),
  id: z.string(),
  challenge: z.string().optional(),
});

/** Signs with the account's own key, and asks now and then whether the address is really ours. */
export const madeUpSender: WebhookSender = {
  id: "signal",
  paths: ["/api/webhooks/signal"],
  async read({ body, headers }, context) {
    const text = new TextDecoder().decode(body);
    const read = Body.parse(JSON.parse(text));
    const secrets = await context.accountSecrets(read.account);
    const signed = headers.get("x-signal-signature");
    const matching = secrets.find(({ value }) => hmacSha256(value, text) === signed);
    if (!matching) return { kind: "refused", reason: "bad_signature", status: 401 };
    if (read.challenge !== undefined) {
      return { kind: "answer", status: 200, headers: {}, body: read.challenge, proves: "address" };
    }
    const event = {
      provider: "signal" as ProviderId,
      accountExternalId: read.account,
      eventType: read.type,
      externalId: read.id,
      occurredAt: null,
      payload: { account: read.account },
    };
    return { kind: "events", events: [event], verifiedWith: matching.name };
  },
  acknowledgement: { status: 200, headers: { "content-type": "text/plain" }, body: "ok" },
  keptHeaders: [],
  signatureHeader: "x-signal-signature",
};
