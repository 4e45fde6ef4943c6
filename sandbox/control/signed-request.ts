import { createHmac } from "node:crypto";

/** `signature.payload`, where the signature is over the encoded payload, as Meta does it. */
export function signedRequest(userId: string, appSecret: string, now = Date.now()): string {
  const issuedAt = Math.floor(now / 1000);
  const payload = Buffer.from(
    JSON.stringify({
      algorithm: "HMAC-SHA256",
      expires: issuedAt + 3600,
      issued_at: issuedAt,
      user_id: userId,
    }),
  ).toString("base64url");

  return `${createHmac("sha256", appSecret).update(payload).digest("base64url")}.${payload}`;
}
