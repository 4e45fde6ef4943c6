import type { Delivery, Reading, ReadingContext, WebhookSender } from "../contract.ts";
import { at, objectIn } from "../json-values.ts";
import { parseJson } from "../parse-json.ts";
import { answerValidation, validationEvent } from "./answer-validation.ts";
import { zoomRemedies } from "./remedies.ts";
import { checkSignature } from "./signature.ts";
import { splitDelivery } from "./split.ts";
import { zoomSecrets } from "./zoom-secrets.ts";

/** Zoom posts the events of every customer, and the removals of the app, to one address. */
export const zoomWebhook: WebhookSender = {
  id: "zoom",
  paths: ["/api/webhooks/zoom"],
  read,
  // Zoom takes 200 or 204 within three seconds, and never tries again after a 4xx.
  acknowledgement: { status: 200, headers: {}, body: "" },
  keptHeaders: [
    "content-type",
    "content-length",
    "user-agent",
    "x-zm-request-timestamp",
    "x-zm-trackingid",
    "x-forwarded-for",
  ],
  remedies: zoomRemedies,
  signatureHeader: "x-zm-signature",
};

async function read(delivery: Delivery, { setting, now }: ReadingContext): Promise<Reading> {
  if (delivery.method !== "POST") return { kind: "refused", reason: "wrong_method", status: 405 };

  // 503, since what a 401 refuses is lost for good.
  const secrets = zoomSecrets(setting);
  if (secrets.length === 0) return { kind: "refused", reason: "not_configured", status: 503 };

  const verdict = checkSignature(delivery, secrets, now);
  if (verdict.kind === "missing") return { kind: "refused", reason: "missing_signature", status: 401 };
  if (verdict.kind === "wrong") return { kind: "refused", reason: "bad_signature", status: 401 };
  if (verdict.kind === "stale") return { kind: "refused", reason: "stale", status: 401 };

  const body = parseJson(delivery.body);
  if (!body.ok) return { kind: "refused", reason: "unparsable", status: 400 };
  if (at(objectIn(body.value), "event") === validationEvent)
    return answerValidation(body.value, verdict.secret);

  const events = splitDelivery(body.value, setting("ZOOM_CLIENT_ID"));
  return { kind: "events", events, verifiedWith: verdict.secret.name };
}
