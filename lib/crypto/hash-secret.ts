import { createHash } from "node:crypto";

/**
 * SHA-256 in hex of a random secret, so that the database can recognise what it never knew. Only for secrets with
 * the strength of a key (states, cookies, tokens); people's passwords need a slow hash.
 */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
