import "server-only";
import { env } from "#lib/env.ts";
import type { ReadingContext, WebhookSender } from "#lib/providers/contract.ts";
import { metaSecrets } from "#lib/providers/meta/meta-secrets.ts";

/** What a sender may need to read a delivery: the secrets our apps share with it. */
export function readingContext(sender: WebhookSender["id"]): ReadingContext {
  return {
    secretsFor: async () => (sender === "meta" ? metaSecrets(env) : []),
    verifyToken: sender === "meta" ? env.META_WEBHOOK_VERIFY_TOKEN : undefined,
    now: new Date(),
  };
}
