import type { Account, Answer, AppCredentials, Secrets, Subscription } from "../connect-contract.ts";
import { accountSender } from "./account-sender.ts";
import { twilio } from "./api.ts";
import { fault } from "./fault.ts";
import { readSender } from "./find-sender.ts";
import { previousWebhook } from "./previous-webhook.ts";
import { SenderResource, type SenderWebhook } from "./sender-resource.ts";
import { isSamePlace, webhookAddresses } from "./webhook-address.ts";

/** A change takes effect a little later; by then Twilio has made it or never will. */
const waitsMs = [200, 400, 800, 1_200, 1_600, 2_000, 2_000, 2_000];

/** Set by hand, in a place that cannot be read: only an event that came shows that it was. */
export const sandboxSubscription = ({ lastEventAt }: Account): Subscription => ({
  isComplete: Boolean(lastEventAt),
  missing: lastEventAt ? [] : ["messages", "statuses"],
});

/** What a sender's webhook lacks: kinds that go elsewhere or nowhere, and the retries that its address must ask for. */
export function subscriptionOf(app: AppCredentials, { webhook }: SenderResource): Subscription {
  const ours = webhookAddresses(app);
  const inbound = webhook?.callback_url || null;
  const status = webhook?.status_callback_url || null;

  const missing = [
    ...(isSamePlace(inbound, ours.inbound) && webhook?.callback_method !== "PUT" ? [] : ["messages"]),
    ...(isSamePlace(status, ours.status) && webhook?.status_callback_method !== "PUT" ? [] : ["statuses"]),
    ...(isSamePlace(inbound, ours.inbound) && inbound !== ours.inbound ? ["retries"] : []),
  ];
  const elsewhere = [
    isSamePlace(inbound, ours.inbound) ? null : inbound,
    isSamePlace(status, ours.status) ? null : status,
  ].find((url) => url !== null);
  return {
    isComplete: missing.length === 0,
    missing,
    ...(elsewhere !== undefined && { pointsElsewhere: hostOf(elsewhere) }),
  };
}

/**
 * Makes the number's sender send us messages and statuses, and reads back what Twilio made of it. The whole webhook is
 * written, since what is left out may be cleared: a fallback address stays as it is.
 */
export async function subscribeSender(app: AppCredentials, account: Account): Promise<Answer<Subscription>> {
  const sender = await accountSender(account);
  if (!sender.ok) return sender;
  if (!sender.value) return { ok: true, value: sandboxSubscription(account) };
  if (subscriptionOf(app, sender.value).isComplete)
    return { ok: true, value: subscriptionOf(app, sender.value) };

  const ours = webhookAddresses(app);
  const changed = await write(account.secrets, sender.value.sid, {
    ...(sender.value.webhook ?? emptyWebhook),
    callback_url: ours.inbound,
    callback_method: "POST",
    status_callback_url: ours.status,
    status_callback_method: "POST",
  });
  if (!changed.ok) return changed;
  return readBack(app, account.secrets, sender.value.sid);
}

/**
 * Puts back what the webhook was before, where it is still ours; what someone has set since is left alone. The sender
 * itself stays, whatever happens.
 */
export async function unsubscribeSender(app: AppCredentials, account: Account): Promise<Answer<null>> {
  const sender = await accountSender(account);
  if (!sender.ok) return sender.error.kind === "gone" ? { ok: true, value: null } : sender;

  const present = sender.value?.webhook;
  if (!sender.value || !present) return { ok: true, value: null };

  const ours = webhookAddresses(app);
  const before = previousWebhook(account.secrets) ?? emptyWebhook;
  const changed: SenderWebhook = {
    ...present,
    ...(isSamePlace(present.callback_url, ours.inbound) && {
      callback_url: before.callback_url,
      callback_method: before.callback_method,
    }),
    ...(isSamePlace(present.status_callback_url, ours.status) && {
      status_callback_url: before.status_callback_url,
      status_callback_method: before.status_callback_method,
    }),
  };
  const isOurs =
    changed.callback_url !== present.callback_url ||
    changed.status_callback_url !== present.status_callback_url;
  return isOurs ? write(account.secrets, sender.value.sid, changed) : { ok: true, value: null };
}

const emptyWebhook: SenderWebhook = {
  callback_url: null,
  callback_method: null,
  fallback_url: null,
  fallback_method: null,
  status_callback_url: null,
  status_callback_method: null,
};

async function write(secrets: Secrets, sid: string, webhook: SenderWebhook): Promise<Answer<null>> {
  const path = `/v2/Channels/Senders/${encodeURIComponent(sid)}`;
  const json = {
    webhook: {
      callback_url: webhook.callback_url ?? "",
      callback_method: webhook.callback_method ?? "POST",
      fallback_url: webhook.fallback_url ?? "",
      fallback_method: webhook.fallback_method ?? "POST",
      status_callback_url: webhook.status_callback_url ?? "",
      status_callback_method: webhook.status_callback_method ?? "POST",
    },
  };
  const answer = await twilio(secrets, { host: "messaging.twilio.com", path, json }, SenderResource);
  return answer.ok ? { ok: true, value: null } : answer;
}

/** Twilio says yes at once and does it later: what counts is what it says once it is no longer updating. */
async function readBack(app: AppCredentials, secrets: Secrets, sid: string): Promise<Answer<Subscription>> {
  for (const wait of waitsMs) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const sender = await readSender(secrets, sid);
    if (!sender.ok) return sender;
    if (sender.value.status !== "ONLINE:UPDATING")
      return { ok: true, value: subscriptionOf(app, sender.value) };
  }
  const sentence = "Twilio is still changing where it sends this number's messages.";
  return { ok: false, error: fault("temporary", sentence, "Check again in a few minutes.") };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "another address";
}
