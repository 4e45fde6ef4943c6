import { z } from "zod";

const text = z.string().min(1).nullish().catch(null);

/** A number as the list of its account tells it. Only the id is sure to come. */
export const ListedNumber = z.object({
  id: z.string().regex(/^\d+$/),
  display_phone_number: text,
  verified_name: text,
  status: text,
  quality_rating: text,
  messaging_limit_tier: text,
});
export type ListedNumber = z.output<typeof ListedNumber>;

/** Where events of a number go, most specific first: number, account, app. Null: the answer did not say. */
const WebhookConfiguration = z.object({
  application: text,
  whatsapp_business_account: text,
  phone_number: text,
});

/** A number as it tells itself. */
export const NumberNode = z.object({
  id: z.string().regex(/^\d+$/),
  display_phone_number: text,
  verified_name: text,
  quality_rating: text,
  name_status: text,
  status: text,
  platform_type: text,
  account_mode: text,
  webhook_configuration: WebhookConfiguration.nullish().catch(null),
});
export type NumberNode = z.output<typeof NumberNode>;

export const listedFields = Object.keys(ListedNumber.shape).join(",");
export const numberFields = Object.keys(NumberNode.shape).join(",");
