import { createHmac } from "node:crypto";

/** Both of Meta's signatures over exactly these bytes. */
export function signatureHeaders(body: string | Uint8Array, appSecret: string): Record<string, string> {
  const sign = (algorithm: string) => createHmac(algorithm, appSecret).update(body).digest("hex");

  return {
    "X-Hub-Signature": `sha1=${sign("sha1")}`,
    "X-Hub-Signature-256": `sha256=${sign("sha256")}`,
  };
}
