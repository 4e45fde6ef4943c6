import { z } from "zod";
import { noWebhook } from "./add-account.ts";
import { invalid } from "./refusals.ts";
import type { Sender } from "./types.ts";

const url = z.union([z.url(), z.literal("")]).nullish();
const method = z.enum(["POST", "PUT"]).nullish();

const SenderUpdate = z.object({
  webhook: z
    .object({
      callback_url: url,
      callback_method: method,
      fallback_url: url,
      fallback_method: method,
      status_callback_url: url,
      status_callback_method: method,
    })
    .optional(),
  profile: z.record(z.string(), z.unknown()).optional(),
  configuration: z.record(z.string(), z.unknown()).optional(),
});

/**
 * Changes a sender as its API does. A `webhook` object replaces the whole of the one before: Twilio does not say
 * whether what is left out stays, so the stand-in takes the reading that hurts.
 */
export function updateSender(sender: Sender, body: unknown, updateMs: number) {
  const parsed = SenderUpdate.safeParse(body);
  if (!parsed.success) throw invalid(`Invalid request: ${z.prettifyError(parsed.error)}`);

  sender.updatingUntil = Date.now() + updateMs;
  if (sender.ignoresNextUpdate) {
    sender.ignoresNextUpdate = false;
    return;
  }
  const { webhook, profile } = parsed.data;
  if (webhook) {
    sender.webhook = {
      callbackUrl: webhook.callback_url || null,
      callbackMethod: webhook.callback_method ?? noWebhook.callbackMethod,
      fallbackUrl: webhook.fallback_url || null,
      fallbackMethod: webhook.fallback_method ?? noWebhook.fallbackMethod,
      statusCallbackUrl: webhook.status_callback_url || null,
      statusCallbackMethod: webhook.status_callback_method ?? noWebhook.statusCallbackMethod,
    };
  }
  sender.profile = { ...sender.profile, ...profile };
}
