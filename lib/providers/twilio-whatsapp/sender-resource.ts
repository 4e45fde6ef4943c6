import { z } from "zod";

const text = z.string().nullish().catch(null);

/** Where Twilio sends what happens at a sender; the six values that one change replaces together. */
export const SenderWebhook = z.object({
  callback_url: text,
  callback_method: text,
  fallback_url: text,
  fallback_method: text,
  status_callback_url: text,
  status_callback_method: text,
});
export type SenderWebhook = z.output<typeof SenderWebhook>;

/** A WhatsApp sender as the Senders API tells of it; read leniently, since fields are added and documented late. */
export const SenderResource = z.object({
  sid: z.string(),
  sender_id: z.string(),
  status: z.string().catch(""),
  webhook: SenderWebhook.nullish().catch(null),
  profile: z.object({ name: text }).nullish().catch(null),
  properties: z.object({ quality_rating: text, messaging_limit: text }).nullish().catch(null),
  offline_reasons: z
    .array(z.object({ code: z.coerce.number().int().catch(0) }))
    .nullish()
    .catch(null),
});
export type SenderResource = z.output<typeof SenderResource>;
