import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";

/** Proves to Graph that whoever holds the token also holds the app's secret (“Securing requests”). */
export function appsecretProof(appSecret: string, accessToken: string): string {
  return hmacSha256(appSecret, accessToken);
}
