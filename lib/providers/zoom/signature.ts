import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";
import { sameText } from "#lib/crypto/same-text.ts";
import type { Delivery, WebhookSecret } from "../contract.ts";

/** `stale`: Zoom signed it, at a moment that is too far from now. */
export type SignatureVerdict =
  | { kind: "genuine"; secret: WebhookSecret }
  | { kind: "missing" }
  | { kind: "wrong" }
  | { kind: "stale" };

/** Zoom's retries stretch to 85 minutes, and whether each is signed anew is not told. Replays within it are duplicates. */
const longestPastMs = 2 * 60 * 60_000;
const longestFutureMs = 5 * 60_000;

const wellFormed = /^v0=[0-9a-f]{64}$/;
/** Seconds in all of Zoom's examples; milliseconds would be as much covered by the signature. */
const unixTime = /^\d{10}(\d{3})?$/;

/**
 * Checks `x-zm-signature` over `v0:<timestamp>:` and the exact bytes, against each secret; then that its moment is near.
 * Zoom's own sample signs a re-serialised body, which fails on escapes and spaces.
 */
export function checkSignature(
  { headers, body }: Delivery,
  secrets: readonly WebhookSecret[],
  now: Date,
): SignatureVerdict {
  const signature = headers.get("x-zm-signature");
  const timestamp = headers.get("x-zm-request-timestamp");
  if (!signature || !timestamp) return { kind: "missing" };
  if (!wellFormed.test(signature) || !unixTime.test(timestamp)) return { kind: "wrong" };

  const signed = Buffer.concat([Buffer.from(`v0:${timestamp}:`), body]);
  const secret = secrets.find(({ value }) => sameText(`v0=${hmacSha256(value, signed)}`, signature));
  if (!secret) return { kind: "wrong" };

  const signedAt = Number(timestamp) * (timestamp.length === 10 ? 1000 : 1);
  const ageMs = now.getTime() - signedAt;
  return ageMs > longestPastMs || ageMs < -longestFutureMs ? { kind: "stale" } : { kind: "genuine", secret };
}
