import { z } from "zod";
import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";
import { sameBytes } from "#lib/crypto/same-bytes.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import type { WebhookSecret } from "../contract.ts";

const Payload = z.object({
  algorithm: z.string().regex(/^hmac-sha256$/i),
  // Numbers above 2^53 have lost digits by now; Meta sends this as text.
  user_id: z.union([z.string().min(1).max(64), z.int().nonnegative()]).transform(String),
  issued_at: z.number().optional(),
});

/** Our clock and Meta's may differ this much. */
const clockSkewSeconds = 5 * 60;

export type SignedRequest = { userId: string; issuedAt: Date; verifiedWith: string };

/**
 * Reads the `signed_request` of Meta's deauthorize and data-deletion callbacks. The MAC covers the encoded text, so it is
 * checked before anything is decoded. There is no nonce: what follows must be safe to do twice. Never throws on input.
 */
export function readSignedRequest(
  text: string,
  secrets: readonly WebhookSecret[],
  now: Date,
): Result<SignedRequest, "malformed" | "bad-signature"> {
  const separator = text.indexOf(".");
  if (separator < 1) return fail("malformed");

  const signature = decodeSignature(text.slice(0, separator));
  const encoded = text.slice(separator + 1);
  if (!signature || !/^[A-Za-z0-9_-]+$/.test(encoded)) return fail("malformed");

  const matched = secrets.find(({ value }) =>
    sameBytes(Buffer.from(hmacSha256(value, encoded), "hex"), signature),
  );
  if (!matched) return fail("bad-signature");

  const payload = Payload.safeParse(decodePayload(encoded));
  if (!payload.success) return fail("malformed");

  const { user_id: userId, issued_at: issuedAtSeconds = now.getTime() / 1000 } = payload.data;
  if (Math.abs(issuedAtSeconds) > now.getTime() / 1000 + clockSkewSeconds) return fail("malformed");

  return ok({ userId, issuedAt: new Date(issuedAtSeconds * 1000), verifiedWith: matched.name });
}

/** 32 bytes as base64url, with its padding or without, and in its one canonical spelling. */
function decodeSignature(encoded: string): Buffer | null {
  const bare = encoded.replace(/=$/, "");
  const bytes = Buffer.from(bare, "base64url");
  return bytes.length === 32 && bytes.toString("base64url") === bare ? bytes : null;
}

function decodePayload(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
