import { createHmac } from "node:crypto";

/** HMAC-SHA256 over exactly these bytes (a string counts as its UTF-8). */
export function hmacSha256(secret: string, message: string | Uint8Array): Buffer {
  return createHmac("sha256", secret).update(message).digest();
}
