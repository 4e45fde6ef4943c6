import type { Provider } from "../connect-contract.ts";
import { metaWebhook } from "../meta/webhook.ts";
import { checkPage } from "./check.ts";
import { facebookGuide } from "./guide.ts";
import { facebookInterpreter } from "./interpret.ts";
import { facebookDialog } from "./oauth.ts";
import { revokeFacebookGrant } from "./revoke-grant.ts";
import { pageRoleLimits } from "./role-limits.ts";
import { facebookScopes } from "./scopes.ts";
import { subscribePage, unsubscribePage } from "./subscription.ts";
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
    return { clientId, clientSecret, apiVersion, publicUrl };
  },

  connect: facebookDialog,
  verify: verifyPage,
  roleLimits: pageRoleLimits,
  renewal: null,
  subscribe: subscribePage,
  unsubscribe: unsubscribePage,
  revokeGrant: revokeFacebookGrant,
  check: checkPage,
  pastedAddresses: [],
  webhookSecrets: null,
  catchUp: null,
  checkApp: null,
  guide: facebookGuide,
  interpreter: facebookInterpreter,
  sender: metaWebhook,
};
