import "server-only";
import { accountsWith } from "#lib/connections/accounts-with.ts";
import type { ReadingContext, WebhookSender } from "#lib/providers/contract.ts";
import { setting } from "#lib/setting.ts";
import { rememberedSecrets } from "./remembered-secrets.ts";

/** What a sender may need to read a delivery: our settings, and what the accounts it speaks for sign with. */
export function readingContext(
  sender: WebhookSender,
  accountSecrets: ReadingContext["accountSecrets"] = (accountId) => rememberedSecrets(sender, accountId),
): ReadingContext {
  const origins = [setting("APP_URL"), setting("OAUTH_REDIRECT_BASE_URL")].filter((url) => url !== undefined);
  return { setting, accountSecrets, accountsWith, origins: [...new Set(origins)], now: new Date() };
}
