import type { WebhookSender } from "./contract.ts";
import { metaWebhook } from "./meta/webhook.ts";

/** Who may post to `/api/webhooks/<id>`. */
export const webhookSenders = { meta: metaWebhook } satisfies Record<string, WebhookSender>;
