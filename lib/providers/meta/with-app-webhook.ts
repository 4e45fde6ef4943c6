import type { Answer, AppCredentials, Subscription } from "../connect-contract.ts";
import { readAppWebhook, setAppWebhook, type WantedEvents } from "./app-webhook.ts";
import { sameAddress, webhookAddress } from "./webhook-address.ts";

/**
 * An account's subscription with what the app's own webhook makes of it: without one nothing comes, and what it sends elsewhere
 * does not come here. When it cannot be read, the account's word stands alone.
 */
export async function withAppWebhook(
  app: AppCredentials,
  { object, fields }: WantedEvents,
  subscription: Subscription,
): Promise<Subscription> {
  const answer = await readAppWebhook(app, object);
  if (!answer.ok) return subscription;

  const webhook = answer.value;
  if (!webhook?.isActive) return { isComplete: false, missing: [...fields] };
  if (sameAddress(webhook.callbackUrl, webhookAddress(app))) return subscription;
  return { ...subscription, isComplete: false, pointsElsewhere: webhook.callbackUrl };
}

/**
 * Has the whole app send an object's events here, whoever they went to before: only for when someone asks for it. What was
 * ticked already stays ticked.
 */
export async function bringAppWebhookHere(
  app: AppCredentials,
  { object, fields }: WantedEvents,
): Promise<Answer<null>> {
  const current = await readAppWebhook(app, object);
  if (!current.ok) return current;

  const url = webhookAddress(app);
  const webhook = current.value;
  if (webhook?.isActive && sameAddress(webhook.callbackUrl, url)) return { ok: true, value: null };
  if (!app.verifyToken) return { ok: false, error: unproven };

  const all = [...new Set([...(webhook?.fields ?? []), ...fields])];
  return setAppWebhook(app, { object, fields: all }, { url, verifyToken: app.verifyToken });
}

const unproven = {
  kind: "misconfigured" as const,
  sentence:
    "Meta sends events to another address, and this installation has no verify token to bring them here with.",
  nextStep: "Set META_WEBHOOK_VERIFY_TOKEN, then try again.",
  code: null,
  traceId: null,
  retryAfterSeconds: null,
};
