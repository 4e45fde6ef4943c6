import "server-only";
import { env } from "#lib/env.ts";
import type { ReadingContext, WebhookSecret, WebhookSender } from "#lib/providers/contract.ts";

/** What a sender may need to read a delivery: the secrets our apps share with it. */
export function readingContext(sender: WebhookSender["id"]): ReadingContext {
  return {
    secretsFor: async () => (sender === "meta" ? metaSecrets() : []),
    verifyToken: sender === "meta" ? env.META_WEBHOOK_VERIFY_TOKEN : undefined,
    now: new Date(),
  };
}

function metaSecrets(): WebhookSecret[] {
  const named = [
    { name: "meta", value: env.META_APP_SECRET },
    { name: "facebook", value: env.FACEBOOK_APP_SECRET },
    { name: "instagram", value: env.INSTAGRAM_APP_SECRET },
  ];
  const given = named.filter((secret): secret is WebhookSecret => secret.value !== undefined);
  return given.filter(({ value }, index) => given.findIndex((other) => other.value === value) === index);
}
