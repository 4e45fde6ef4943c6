import { createHmac } from "node:crypto";

/**
 * HMAC-SHA256 over exactly these bytes (a string counts as its UTF-8), in lower-case hex. As text, since Node gives a
 * digest in bytes a piece of memory outside the heap, which costs as much again as the digest.
 */
export function hmacSha256(secret: string, message: string | Uint8Array): string {
  return createHmac("sha256", secret).update(message).digest("hex");
}
