import type { WebhookSecret } from "../contract.ts";

/**
 * The secrets Meta may sign deliveries and callbacks with: an app has one for Facebook and one for Instagram. Each once, named
 * as `verified_with` keeps it.
 */
export function metaSecrets(setting: (name: string) => string | undefined): WebhookSecret[] {
  const named = [
    { name: "meta", value: setting("META_APP_SECRET") },
    { name: "facebook", value: setting("FACEBOOK_APP_SECRET") },
    { name: "instagram", value: setting("INSTAGRAM_APP_SECRET") },
  ];
  const given = named.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
  return given.filter(({ value }, index) => given.findIndex((other) => other.value === value) === index);
}
