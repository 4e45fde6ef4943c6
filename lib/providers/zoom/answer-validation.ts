import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";
import type { Json, Reading, WebhookSecret } from "../contract.ts";
import { at, objectIn } from "../json-values.ts";

export const validationEvent = "endpoint.url_validation";

/**
 * A token is what Zoom asks to have signed, with the same key as deliveries: one that looks like `v0:<time>:<body>` would
 * make this sign a delivery for whoever asked.
 */
const plain = /^[A-Za-z0-9_-]{1,128}$/;

/** Answers Zoom's question whether this address is ours, asked at set-up and every 72 hours. Only after its signature held. */
export function answerValidation(body: Json, secret: WebhookSecret): Reading {
  const token = at(objectIn(at(objectIn(body), "payload")), "plainToken");
  if (typeof token !== "string" || !plain.test(token)) {
    return { kind: "refused", reason: "bad_handshake", status: 400 };
  }
  const encryptedToken = hmacSha256(secret.value, token);
  return {
    kind: "answer",
    status: 200,
    headers: { "content-type": "application/json", "x-content-type-options": "nosniff" },
    body: JSON.stringify({ plainToken: token, encryptedToken }),
    proves: "address",
  };
}
