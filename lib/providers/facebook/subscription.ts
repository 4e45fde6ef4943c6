import { z } from "zod";
import type { Account, Answer, AppCredentials, Subscription } from "../connect-contract.ts";
import { type GraphCall, graph } from "../meta/graph.ts";
import { Succeeded } from "../meta/succeeded.ts";
import { bringAppWebhookHere, withAppWebhook } from "../meta/with-app-webhook.ts";

const messagingFields = [
  "messages",
  "messaging_postbacks",
  "message_echoes",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "message_edits",
  "messaging_referrals",
  "messaging_handovers",
  "standby",
  "messaging_policy_enforcement",
];
const contentFields = ["feed"];
const wantedFields = [...messagingFields, ...contentFields];

/** What the Meta app's own webhook must send. */
export const wantedEvents = { object: "page", fields: wantedFields };

const Subscribed = z.object({
  data: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      subscribed_fields: z.array(z.string()).default([]),
    }),
  ),
});

/** Whether Facebook would tell us what happens on the Page; the list may name other apps too. */
export async function readSubscription(app: AppCredentials, account: Account): Promise<Answer<Subscription>> {
  const answer = await graph(app, subscribedApps(account), Subscribed);
  if (!answer.ok) return answer;

  const ours = answer.value.body.data.find(({ id }) => id === app.clientId)?.subscribed_fields ?? [];
  const missing = wantedFields.filter((field) => !ours.includes(field));
  return { ok: true, value: { isComplete: missing.length === 0, missing } };
}

/**
 * Subscribes the Page and reads back what Facebook made of it. The list replaces the one before, so it is always sent
 * whole; where messages or posts are not permitted, the other half still is.
 */
export async function subscribePage(app: AppCredentials, account: Account): Promise<Answer<Subscription>> {
  let refusal: Answer<null> | null = null;

  for (const fields of [wantedFields, messagingFields, contentFields]) {
    const outcome = await done(app, {
      ...subscribedApps(account),
      method: "POST",
      parameters: { subscribed_fields: fields.join(",") },
    });
    if (outcome.ok) return readSubscription(app, account);
    refusal ??= outcome;
    if (outcome.error.kind !== "permission_missing") return outcome;
  }
  return refusal?.ok === false ? refusal : readSubscription(app, account);
}

/** Brings the Page's events here: the Page subscribed, and the Meta app's webhook ours. */
export async function bringPageEvents(app: AppCredentials, account: Account): Promise<Answer<Subscription>> {
  const subscribed = await subscribePage(app, account);
  if (!subscribed.ok) return subscribed;

  const moved = await bringAppWebhookHere(app, wantedEvents);
  return moved.ok ? { ok: true, value: await withAppWebhook(app, wantedEvents, subscribed.value) } : moved;
}

/** Stops events from the Page; harmless when there were none. */
export function unsubscribePage(app: AppCredentials, account: Account): Promise<Answer<null>> {
  return done(app, { ...subscribedApps(account), method: "DELETE" });
}

const subscribedApps = ({ externalId, secrets }: Account): GraphCall => ({
  path: `${encodeURIComponent(externalId)}/subscribed_apps`,
  token: secrets.pageToken ?? "",
});

async function done(app: AppCredentials, call: GraphCall): Promise<Answer<null>> {
  const answer = await graph(app, call, Succeeded);
  return answer.ok ? { ok: true, value: null } : answer;
}
