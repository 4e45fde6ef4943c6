import { z } from "zod";
import type { Account, Answer, AppCredentials, Subscription } from "../connect-contract.ts";
import { Succeeded } from "../meta/succeeded.ts";
import { bringAppWebhookHere, withAppWebhook } from "../meta/with-app-webhook.ts";
import { callInstagram } from "./call-instagram.ts";
import { subscribeWhatGoes } from "./subscribe-what-goes.ts";
import { subscribedApps } from "./subscribed-apps.ts";
import { fieldScopes, wantedEvents, wantedFields } from "./webhook-fields.ts";

const Subscribed = z.object({
  data: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String).nullish(),
      subscribed_fields: z.array(z.string()).default([]),
    }),
  ),
});

/** `withdrawn`: permissions that Instagram says are missing, whatever was granted once. */
export type InstagramSubscription = Subscription & { withdrawn: string[] };

/** Which of the events we want Instagram would send. The app may stand there by either of its two ids. */
export async function readInstagramSubscription(
  app: AppCredentials,
  account: Account,
): Promise<Answer<Subscription>> {
  const answer = await callInstagram(app, subscribedApps(account), Subscribed);
  if (!answer.ok) return answer;

  const ids = [app.clientId, app.parentApp?.clientId, null, undefined];
  const ours = answer.value.body.data.filter(({ id }) => ids.includes(id));
  const fields = ours.flatMap((entry) => entry.subscribed_fields);
  const missing = wantedFields.filter((field) => !fields.includes(field));
  return { ok: true, value: { isComplete: missing.length === 0, missing } };
}

/** Subscribes the account and reads back what came of it. What a withdrawn permission is needed for will not come, listed or not. */
export async function subscribeAccount(
  app: AppCredentials,
  account: Account,
): Promise<Answer<InstagramSubscription>> {
  const tried = await subscribeWhatGoes(app, account);
  if (tried.refusal) return { ok: false, error: tried.refusal };

  const read = await readInstagramSubscription(app, account);
  if (!read.ok) return read;
  const missing = wantedFields.filter(
    (field) => read.value.missing.includes(field) || tried.withdrawn.includes(fieldScopes[field]),
  );
  return { ok: true, value: { isComplete: missing.length === 0, missing, withdrawn: tried.withdrawn } };
}

/** The subscription as it is once the Meta app's own webhook is looked at, too. */
export async function arriving(
  app: AppCredentials,
  { isComplete, missing }: Subscription,
): Promise<Answer<Subscription>> {
  const subscription = { isComplete, missing };
  return {
    ok: true,
    value: app.parentApp ? await withAppWebhook(app, wantedEvents, subscription) : subscription,
  };
}

/** Brings the account's events here: the account subscribed, and the Meta app's webhook ours. */
export async function subscribeInstagram(
  app: AppCredentials,
  account: Account,
): Promise<Answer<Subscription>> {
  const subscribed = await subscribeAccount(app, account);
  if (!subscribed.ok) return subscribed;

  const moved = app.parentApp ? await bringAppWebhookHere(app, wantedEvents) : null;
  return moved && !moved.ok ? moved : arriving(app, subscribed.value);
}

/** Stops events from the account; harmless when there were none. */
export async function unsubscribeInstagram(app: AppCredentials, account: Account): Promise<Answer<null>> {
  const answer = await callInstagram(app, { ...subscribedApps(account), method: "DELETE" }, Succeeded);
  return answer.ok ? { ok: true, value: null } : answer;
}
