import type { Provider } from "../connect-contract.ts";
import { checkAppWebhook } from "../meta/check-app-webhook.ts";
import { metaWebhook } from "../meta/webhook.ts";
import { checkPage } from "./check.ts";
import { facebookSync } from "./facebook-sync.ts";
import { facebookGuide } from "./guide.ts";
import { facebookInterpreter } from "./interpret.ts";
import { facebookDialog } from "./oauth.ts";
import { revokeFacebookGrant } from "./revoke-grant.ts";
import { pageRoleLimits } from "./role-limits.ts";
import { facebookScopes } from "./scopes.ts";
import { bringPageEvents, unsubscribePage, wantedEvents } from "./subscription.ts";
import { verifyPage } from "./verify.ts";

/** Facebook Pages, through Facebook Login and Messenger. Page tokens do not expire, so none are renewed. */
export const facebook: Provider = {
  id: "facebook",
  name: "Facebook",
  accountNoun: { one: "Facebook Page", many: "Facebook Pages" },
  gives: "Messages, comments and figures of your Facebook Pages in one place.",
  scopes: facebookScopes,

  app(setting) {
    const clientId = setting("FACEBOOK_APP_ID");
    const clientSecret = setting("FACEBOOK_APP_SECRET");
    const apiVersion = setting("META_APP_VERSION");
    const publicUrl = setting("APP_URL");
    if (!clientId || !clientSecret || !apiVersion || !publicUrl) return null;
    const verifyToken = setting("META_WEBHOOK_VERIFY_TOKEN");
    return { clientId, clientSecret, apiVersion, publicUrl, ...(verifyToken && { verifyToken }) };
  },

  connect: facebookDialog,
  verify: verifyPage,
  roleLimits: pageRoleLimits,
  renewal: null,
  subscribe: bringPageEvents,
  unsubscribe: unsubscribePage,
  revokeGrant: revokeFacebookGrant,
  check: checkPage,
  pastedAddresses: [],
  webhookSecrets: null,
  catchUp: null,
  sync: facebookSync,
  checkApp: (app) => checkAppWebhook(app, wantedEvents),
  guide: facebookGuide,
  interpreter: facebookInterpreter,
  sender: metaWebhook,
};
