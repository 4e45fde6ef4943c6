import { createHmac } from "node:crypto";

/** What Zoom puts into `x-zm-signature`: over the version, the timestamp and exactly these bytes. */
export function zoomSignature(secretToken: string, timestamp: number | string, body: string): string {
  return `v0=${createHmac("sha256", secretToken).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}

/** What `endpoint.url_validation` expects beside the plain token. */
export function encryptedToken(secretToken: string, plainToken: string): string {
  return createHmac("sha256", secretToken).update(plainToken).digest("hex");
}
