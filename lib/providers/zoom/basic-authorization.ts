import type { AppCredentials } from "../connect-contract.ts";

/** How the app names itself at Zoom's token and revocation endpoints. */
export function basicAuthorization({ clientId, clientSecret }: AppCredentials): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
}
