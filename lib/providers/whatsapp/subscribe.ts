import type { Account, Answer, AppCredentials, ProviderFault, Subscription } from "../connect-contract.ts";
import { graph } from "../meta/graph.ts";
import { Succeeded } from "../meta/succeeded.ts";
import { sameAddress, webhookAddress } from "../meta/webhook-address.ts";
import { whatsappErrorRows } from "./error-rows.ts";
import { faultOf } from "./fault-of.ts";
import { listNumbers } from "./read-number.ts";
import { whatsappSecrets } from "./secrets.ts";
import { destination, judge, type Route, readRoute } from "./subscription.ts";

/**
 * Brings the number's events here in the order Meta demands, reading back after each step: the account subscribed plainly,
 * another's override on the number taken off, and an override of ours only where the app's own webhook is not ours.
 */
export async function subscribeWhatsapp(
  app: AppCredentials,
  account: Account,
): Promise<Answer<Subscription>> {
  const before = await readRoute(app, account);
  // A plain subscribe takes an override away, so what is right is left as it is.
  if (!before.ok || judge(app, before.value).isComplete) return judged(app, before);

  const plain = await step(app, account, accountEdge(account), {});
  let route = plain.ok ? await readRoute(app, account) : plain;
  if (!route.ok || !route.value.isSubscribed) return judged(app, route);

  const { number } = route.value;
  if (number && !sameAddress(number, webhookAddress(app))) {
    const cleared = await step(app, account, account.externalId, {
      webhook_configuration: JSON.stringify({ override_callback_uri: "" }),
    });
    route = cleared.ok ? await readRoute(app, account) : cleared;
    if (!route.ok) return route;
  }

  if (!arrivesHere(app, route.value)) route = await override(app, account, route.value);
  return judged(app, route);
}

/**
 * Stops the account's events. They are the account's and not the number's: where it has other numbers, which may be connected
 * as well, they go on.
 */
export async function unsubscribeWhatsapp(app: AppCredentials, account: Account): Promise<Answer<null>> {
  const numbers = await listNumbers(app, account);
  if (!numbers.ok) return numbers;
  if (numbers.value.some(({ id }) => id !== account.externalId)) return { ok: true, value: null };
  return step(app, account, accountEdge(account), {}, "DELETE");
}

async function override(app: AppCredentials, account: Account, route: Route): Promise<Answer<Route>> {
  const refusal = whyNoOverride(app, route);
  if (refusal) return { ok: false, error: refusal };

  const set = await step(app, account, accountEdge(account), {
    override_callback_uri: webhookAddress(app),
    verify_token: app.verifyToken ?? "",
  });
  return set.ok ? readRoute(app, account) : set;
}

function whyNoOverride(app: AppCredentials, { app: appWebhook }: Route): ProviderFault | null {
  if (appWebhook === null) {
    return faultOf(
      "misconfigured",
      "The Meta app has no webhook for WhatsApp yet, and Meta sends nothing without one.",
      `In the app's dashboard, under WhatsApp, Configuration, enter ${webhookAddress(app)} and tick messages.`,
    );
  }
  if (!app.verifyToken) {
    return faultOf(
      "misconfigured",
      `The Meta app sends its events to ${appWebhook}.`,
      "Set META_WEBHOOK_VERIFY_TOKEN, so that this number's events can be sent here instead.",
    );
  }
  return null;
}

function arrivesHere(app: AppCredentials, route: Route): boolean {
  const arrivesAt = destination(route);
  return arrivesAt !== null && sameAddress(arrivesAt, webhookAddress(app));
}

function judged(app: AppCredentials, route: Answer<Route>): Answer<Subscription> {
  return route.ok ? { ok: true, value: judge(app, route.value) } : route;
}

const accountEdge = ({ secrets }: Account) =>
  `${encodeURIComponent(whatsappSecrets(secrets).wabaId)}/subscribed_apps`;

async function step(
  app: AppCredentials,
  { secrets }: Account,
  path: string,
  parameters: Record<string, string>,
  method: "POST" | "DELETE" = "POST",
): Promise<Answer<null>> {
  const call = { method, path, token: whatsappSecrets(secrets).accessToken, parameters };
  const answer = await graph(app, { ...call, rows: whatsappErrorRows }, Succeeded);
  return answer.ok ? { ok: true, value: null } : answer;
}
