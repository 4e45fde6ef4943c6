import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";
import { sameBytes } from "#lib/crypto/same-bytes.ts";
import type { Delivery, WebhookSecret } from "../contract.ts";

/** What the signature of a delivery proves; `secretName` says whose it is and never what it is. */
export type SignatureVerdict =
  | { kind: "genuine"; secretName: string }
  | { kind: "missing" }
  | { kind: "wrong" };

// Meta writes lower case; anything else has passed through hands that may have changed more than the case.
const wellFormed = /^sha256=[0-9a-f]{64}$/;

/**
 * Checks `X-Hub-Signature-256` over the exact bytes against every secret the app may have signed with (Meta signs
 * Instagram's deliveries with another one than its documentation says). The SHA-1 header proves nothing here.
 */
export function checkSignature(
  { headers, body }: Delivery,
  secrets: readonly WebhookSecret[],
): SignatureVerdict {
  const header = headers.get("x-hub-signature-256");
  if (!header) return { kind: "missing" };
  if (!wellFormed.test(header)) return { kind: "wrong" };

  const claimed = Buffer.from(header.slice("sha256=".length));
  const match = secrets.find(({ value }) => sameBytes(Buffer.from(hmacSha256(value, body)), claimed));
  return match ? { kind: "genuine", secretName: match.name } : { kind: "wrong" };
}
