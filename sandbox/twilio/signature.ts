import { createHmac } from "node:crypto";

/**
 * Twilio's signature: HMAC-SHA1, by the primary auth token, over the address and every parameter, sorted by
 * code unit. A repeated name contributes each different value once.
 */
export function twilioSignature(token: string, url: string, params: Iterable<[string, string]>): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of params) values.set(name, (values.get(name) ?? new Set()).add(value));

  const text = [...values.keys()]
    .sort()
    .flatMap((name) => [...(values.get(name) ?? [])].sort().map((value) => name + value))
    .join("");

  return createHmac("sha1", token)
    .update(url + text, "utf8")
    .digest("base64");
}
