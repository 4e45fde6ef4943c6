import { z } from "zod";
import type { Account, Answer, AppCredentials, Subscription } from "../connect-contract.ts";
import { graph } from "../meta/graph.ts";
import { sameAddress, webhookAddress } from "../meta/webhook-address.ts";
import { whatsappErrorRows } from "./error-rows.ts";
import { readNumber } from "./read-number.ts";
import { whatsappSecrets } from "./secrets.ts";

const text = z.string().min(1).nullish().catch(null);
const Subscribed = z.object({
  data: z.array(
    z.object({
      whatsapp_business_api_data: z.object({ id: z.union([z.string(), z.number()]).transform(String) }),
      override_callback_uri: text,
    }),
  ),
});

/**
 * Whether the account sends its events to our app, and where the app has them sent: `number` goes before `account`, `account`
 * before `app`. Null: nowhere of its own.
 */
export type Route = {
  isSubscribed: boolean;
  number: string | null;
  account: string | null;
  app: string | null;
};

/** How events of this number travel at this moment. */
export async function readRoute(app: AppCredentials, account: Account): Promise<Answer<Route>> {
  const { accessToken: token, wabaId } = whatsappSecrets(account.secrets);
  const path = `${encodeURIComponent(wabaId)}/subscribed_apps`;
  const apps = await graph(app, { path, token, rows: whatsappErrorRows }, Subscribed);
  if (!apps.ok) return apps;
  const number = await readNumber(app, account);
  if (!number.ok) return number;

  const ours = apps.value.body.data.find((entry) => entry.whatsapp_business_api_data.id === app.clientId);
  const configured = number.value.webhook_configuration;
  return {
    ok: true,
    value: {
      isSubscribed: ours !== undefined,
      number: configured?.phone_number ?? null,
      account: configured?.whatsapp_business_account ?? ours?.override_callback_uri ?? null,
      app: configured?.application ?? null,
    },
  };
}

/** Where events really arrive; null when the app has no webhook at all. */
export const destination = ({ number, account, app }: Route) => number ?? account ?? app;

/** What a route means for us. */
export function judge(app: AppCredentials, route: Route): Subscription {
  const arrivesAt = destination(route);
  const missing = route.isSubscribed && arrivesAt !== null ? [] : ["messages"];
  const isOurs = arrivesAt !== null && sameAddress(arrivesAt, webhookAddress(app));
  return {
    isComplete: missing.length === 0 && isOurs,
    missing,
    ...(arrivesAt !== null && !isOurs && { pointsElsewhere: arrivesAt }),
  };
}
