import { z } from "zod";
import type { Account, Answer, AppCredentials, ProviderFault, Subscription } from "../connect-contract.ts";
import { Succeeded } from "../meta/succeeded.ts";
import { bringAppWebhookHere, withAppWebhook } from "../meta/with-app-webhook.ts";
import { callInstagram, type InstagramCall } from "./call-instagram.ts";
import { commentsScope, messagesScope } from "./scopes.ts";
import { openSecrets } from "./secrets.ts";

const scopeOf = {
  messages: messagesScope,
  messaging_postbacks: messagesScope,
  message_reactions: messagesScope,
  messaging_seen: messagesScope,
  message_edit: messagesScope,
  messaging_referral: messagesScope,
  comments: commentsScope,
  message_echoes: messagesScope,
  messaging_handover: messagesScope,
  standby: messagesScope,
} as const;

type Field = keyof typeof scopeOf;
const allFields = Object.keys(scopeOf) as Field[];

/** Good to have: not every app is offered them, and nothing is missing without. */
const welcomeFields: readonly Field[] = ["message_echoes", "messaging_handover", "standby"];
const wantedFields = allFields.filter((field) => !welcomeFields.includes(field));

/** What the Meta app's own webhook must send. */
export const wantedEvents = { object: "instagram", fields: wantedFields };

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

/**
 * Subscribes the account and reads back what came of it. The list replaces the one before, so it is always sent whole; when
 * Instagram refuses it, the fields are tried one by one, since the refusal names the field in its text only.
 */
export async function subscribeAccount(
  app: AppCredentials,
  account: Account,
): Promise<Answer<InstagramSubscription>> {
  const tried = await subscribeWhatGoes(app, account);
  if (tried.refusal) return { ok: false, error: tried.refusal };

  const read = await readInstagramSubscription(app, account);
  return read.ok ? { ok: true, value: { ...read.value, withdrawn: tried.withdrawn } } : read;
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

const isAboutAField = ({ kind }: ProviderFault) => kind === "rejected" || kind === "permission_missing";

type Tried = { withdrawn: string[]; refusal: ProviderFault | null };

/** `refusal`: not a single field was taken, or the platform stopped answering on the way. */
async function subscribeWhatGoes(app: AppCredentials, account: Account): Promise<Tried> {
  const { permissions } = openSecrets(account.secrets);
  const permitted = allFields.filter((field) => permissions.includes(scopeOf[field]));
  if (permitted.length === 0) return { withdrawn: [], refusal: null };

  const needed = permitted.filter((field) => wantedFields.includes(field));
  let outcome = await subscribeTo(app, account, permitted);
  if (!outcome.ok && outcome.error.kind === "rejected") outcome = await subscribeTo(app, account, needed);
  if (outcome.ok) return { withdrawn: [], refusal: null };
  return isAboutAField(outcome.error)
    ? oneByOne(app, account, permitted, outcome.error)
    : { withdrawn: [], refusal: outcome.error };
}

async function oneByOne(
  app: AppCredentials,
  account: Account,
  fields: readonly Field[],
  first: ProviderFault,
): Promise<Tried> {
  const accepted: Field[] = [];
  const withdrawn = new Set<string>();

  for (const field of fields) {
    // A permission that is missing for one field is missing for its siblings.
    if (withdrawn.has(scopeOf[field])) continue;
    const outcome = await subscribeTo(app, account, [...accepted, field]);
    if (outcome.ok) accepted.push(field);
    else if (!isAboutAField(outcome.error)) return { withdrawn: [], refusal: outcome.error };
    else if (outcome.error.kind === "permission_missing") withdrawn.add(scopeOf[field]);
  }
  const saysNothing = accepted.length === 0 && withdrawn.size === 0;
  return { withdrawn: [...withdrawn], refusal: saysNothing ? first : null };
}

async function subscribeTo(
  app: AppCredentials,
  account: Account,
  fields: readonly Field[],
): Promise<Answer<null>> {
  const parameters = { subscribed_fields: fields.join(",") };
  const answer = await callInstagram(
    app,
    { ...subscribedApps(account), method: "POST", parameters },
    Succeeded,
  );
  return answer.ok ? { ok: true, value: null } : answer;
}

const subscribedApps = ({ secrets }: Account): InstagramCall => ({
  path: "me/subscribed_apps",
  token: openSecrets(secrets).accessToken,
});
