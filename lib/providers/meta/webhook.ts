import type { Delivery, Reading, ReadingContext, WebhookSender } from "../contract.ts";
import { parseJson } from "../parse-json.ts";
import { answerHandshake } from "./handshake.ts";
import { metaSecrets } from "./meta-secrets.ts";
import { newsPerNumber } from "./news-per-number.ts";
import { metaRemedies } from "./remedies.ts";
import { checkSignature } from "./signature.ts";
import { splitEnvelope } from "./split.ts";

/** Meta posts for Facebook Pages, Instagram and WhatsApp to one address; each event names its provider. */
export const metaWebhook: WebhookSender = {
  id: "meta",
  paths: ["/api/webhooks/meta"],
  read,
  // Meta counts anything but 200 as a failure, and looks at nothing else.
  acknowledgement: { status: 200, headers: {}, body: "" },
  keptHeaders: ["content-type", "content-length", "user-agent", "facebook-api-version", "x-forwarded-for"],
  remedies: metaRemedies,
  signatureHeader: "x-hub-signature-256",
};

async function read(delivery: Delivery, context: ReadingContext): Promise<Reading> {
  if (delivery.method === "GET")
    return answerHandshake(delivery.url, context.setting("META_WEBHOOK_VERIFY_TOKEN"));
  if (delivery.method !== "POST") return { kind: "refused", reason: "wrong_method", status: 405 };

  const secrets = metaSecrets(context.setting);
  if (secrets.length === 0) return { kind: "refused", reason: "not_configured", status: 503 };

  const verdict = checkSignature(delivery, secrets);
  if (verdict.kind === "missing") return { kind: "refused", reason: "missing_signature", status: 401 };
  if (verdict.kind === "wrong") return { kind: "refused", reason: "bad_signature", status: 401 };

  const envelope = parseJson(delivery.body);
  if (!envelope.ok) return { kind: "refused", reason: "unparsable", status: 400 };

  const events = await newsPerNumber(splitEnvelope(envelope.value), context);
  return { kind: "events", events, verifiedWith: verdict.secretName };
}
