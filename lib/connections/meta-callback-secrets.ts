import "server-only";
import { env } from "#lib/env.ts";
import type { WebhookSecret } from "#lib/providers/contract.ts";

/** The secrets Meta may sign a callback with: an app has one for Facebook and one for Instagram. */
export function metaCallbackSecrets(): WebhookSecret[] {
  const named = {
    FACEBOOK_APP_SECRET: env.FACEBOOK_APP_SECRET,
    META_APP_SECRET: env.META_APP_SECRET,
    INSTAGRAM_APP_SECRET: env.INSTAGRAM_APP_SECRET,
  };
  return Object.entries(named).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
