import type { AppCredentials, Secrets } from "../connect-contract.ts";
import { parseJson } from "../parse-json.ts";
import { SenderWebhook } from "./sender-resource.ts";
import { isSamePlace, webhookAddresses } from "./webhook-address.ts";

/** Where the number's messages went before they came to us; null when that is not known. */
export function previousWebhook({ previousWebhook: stored }: Secrets): SenderWebhook | null {
  if (!stored) return null;
  const parsed = parseJson(Buffer.from(stored));
  return parsed.ok ? (SenderWebhook.safeParse(parsed.value).data ?? null) : null;
}

/** What to remember of a sender's webhook before it is changed; nothing where it is ours already. */
export function worthRemembering(app: AppCredentials, webhook: SenderWebhook | null | undefined): string {
  const ours = webhookAddresses(app);
  if (!webhook || isSamePlace(webhook.callback_url, ours.inbound)) return "";
  return JSON.stringify(webhook);
}
