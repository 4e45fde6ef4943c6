import type { WebhookSecret } from "../contract.ts";

type Settings = { META_APP_SECRET?: string; FACEBOOK_APP_SECRET?: string; INSTAGRAM_APP_SECRET?: string };

/**
 * The secrets Meta may sign deliveries and callbacks with: an app has one for Facebook and one for Instagram. Each once, named
 * as `verified_with` keeps it.
 */
export function metaSecrets(settings: Settings): WebhookSecret[] {
  const named = [
    { name: "meta", value: settings.META_APP_SECRET },
    { name: "facebook", value: settings.FACEBOOK_APP_SECRET },
    { name: "instagram", value: settings.INSTAGRAM_APP_SECRET },
  ];
  const given = named.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
  return given.filter(({ value }, index) => given.findIndex((other) => other.value === value) === index);
}
