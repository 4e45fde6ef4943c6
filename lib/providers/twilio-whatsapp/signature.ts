import { validateRequest, validateRequestWithBody } from "twilio/lib/webhooks/webhooks.js";
import type { WebhookSecret } from "../contract.ts";

/** What Twilio signs besides the address: a form's parameters, or nothing but the digest of a JSON body in the address. */
export type Signed =
  | { kind: "form"; parameters: Record<string, string | string[]> }
  | { kind: "json"; body: Uint8Array };

/** Base64 of an HMAC-SHA1; anything else is no signature and costs nothing to refuse. */
const wellFormed = /^[A-Za-z0-9+/]{27}=$/;

/**
 * Which of the account's tokens signed this, by Twilio's own check; null when none did. Tried against each address this
 * installation is reached at, since what the request itself says of scheme and host is anyone's to choose.
 */
export function signedWith(
  header: string,
  addresses: readonly string[],
  tokens: readonly WebhookSecret[],
  signed: Signed,
): WebhookSecret | null {
  if (!wellFormed.test(header)) return null;

  const isValid = (token: string, address: string) =>
    signed.kind === "form"
      ? validateRequest(token, header, address, signed.parameters)
      : // The digest is over the bytes: ones that are no UTF-8 become others here, and fail.
        validateRequestWithBody(token, header, address, Buffer.from(signed.body).toString("utf8"));
  return tokens.find(({ value }) => addresses.some((address) => isValid(value, address))) ?? null;
}

/** The addresses Twilio may have been given for this request, as it would have signed them. */
export function signedAddresses(origins: readonly string[], url: URL): string[] {
  // A parsed address has its apostrophes encoded; Twilio signs what it was given.
  const query = [url.search, url.search.replaceAll("%27", "'")];
  return origins.flatMap((origin) =>
    [...new Set(query)].map((search) => `${origin}${url.pathname}${search}`),
  );
}
