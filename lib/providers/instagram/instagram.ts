import type { AppCredentials, HealthLine, Provider } from "../connect-contract.ts";
import { checkAppWebhook } from "../meta/check-app-webhook.ts";
import { metaWebhook } from "../meta/webhook.ts";
import { checkInstagram } from "./check.ts";
import { instagramDialog } from "./dialog.ts";
import { instagramGuide } from "./guide.ts";
import { instagramSync } from "./instagram-sync.ts";
import { instagramInterpreter } from "./interpret.ts";
import { instagramRenewal } from "./renewal.ts";
import { instagramScopes } from "./scopes.ts";
import { subscribeInstagram, unsubscribeInstagram } from "./subscription.ts";
import { verifyInstagram } from "./verify.ts";
import { wantedEvents } from "./webhook-fields.ts";

/** Professional Instagram accounts, through Business Login. Instagram has no call that gives a grant back. */
export const instagram: Provider = {
  id: "instagram",
  name: "Instagram",
  accountNoun: { one: "Instagram account", many: "Instagram accounts" },
  gives: "Messages, comments and figures of your Instagram account in one place.",
  scopes: instagramScopes,
  app: readApp,

  connect: instagramDialog,
  verify: verifyInstagram,
  roleLimits: null,
  renewal: instagramRenewal,
  subscribe: subscribeInstagram,
  unsubscribe: unsubscribeInstagram,
  revokeGrant: null,
  check: checkInstagram,
  pastedAddresses: [],
  webhookSecrets: null,
  catchUp: null,
  sync: instagramSync,
  checkApp,
  guide: instagramGuide,
  interpreter: instagramInterpreter,
  sender: metaWebhook,
};

function readApp(setting: (name: string) => string | undefined): AppCredentials | null {
  const clientId = setting("INSTAGRAM_APP_ID");
  const clientSecret = setting("INSTAGRAM_APP_SECRET");
  const apiVersion = setting("META_APP_VERSION");
  const publicUrl = setting("APP_URL");
  if (!clientId || !clientSecret || !apiVersion || !publicUrl) return null;

  const metaId = setting("META_APP_ID");
  const metaSecret = setting("META_APP_SECRET");
  const verifyToken = setting("META_WEBHOOK_VERIFY_TOKEN");
  const parentApp = metaId && metaSecret ? { clientId: metaId, clientSecret: metaSecret } : undefined;
  return {
    clientId,
    clientSecret,
    apiVersion,
    publicUrl,
    ...(parentApp && { parentApp }),
    ...(verifyToken && { verifyToken }),
  };
}

/** Which webhook the app has is told to the Meta app that the Instagram app is a part of, and to no one else. */
async function checkApp(app: AppCredentials): Promise<HealthLine[]> {
  if (!app.parentApp) return [];
  return checkAppWebhook(app, wantedEvents);
}
