import type { AppCredentials, HealthLine } from "../connect-contract.ts";
import { faultLine } from "../fault-line.ts";
import { readAppWebhook, type WantedEvents } from "./app-webhook.ts";
import { sameAddress, webhookAddress } from "./webhook-address.ts";

const title = "Webhook of the Meta app";

/** Whether the app itself, apart from any connection, has Meta send us the events of an object. */
export async function checkAppWebhook(
  app: AppCredentials,
  { object, fields }: WantedEvents,
): Promise<HealthLine[]> {
  const line = { id: "app-webhook", title };
  const answer = await readAppWebhook(app, object);
  if (!answer.ok) {
    // Asked as the app itself: a no is about its id and secret.
    const isOurs = answer.error.kind === "reauthorize" || answer.error.kind === "rejected";
    const reason =
      "Meta does not accept the app's id and secret. Compare META_APP_ID and META_APP_SECRET with the app's settings at Meta.";
    return [isOurs ? { ...line, verdict: "bad", reason } : faultLine(line.id, title, answer.error)];
  }

  const webhook = answer.value;
  const ours = webhookAddress(app);
  if (!webhook?.isActive) {
    const reason = `Meta sends nothing for ${object} yet. Enter ${ours} as its callback URL in the app's dashboard, under Webhooks.`;
    return [{ ...line, verdict: "bad", reason }];
  }
  if (!sameAddress(webhook.callbackUrl, ours)) {
    const reason = `Meta sends ${object} to ${webhook.callbackUrl}, not to ${ours}.`;
    return [{ ...line, verdict: "warn", reason }];
  }
  const missing = fields.filter((field) => !webhook.fields.includes(field));
  if (missing.length > 0) {
    const reason = `These fields of ${object} are not ticked in the app's dashboard: ${missing.join(", ")}.`;
    return [{ ...line, verdict: "warn", reason }];
  }
  return [{ ...line, verdict: "good", reason: `Meta sends ${object} to ${ours}.` }];
}
