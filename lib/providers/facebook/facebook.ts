import type { ConnectProvider } from "../connect-contract.ts";
import { checkPage } from "./check.ts";
import { facebookDialog } from "./oauth.ts";
import { revokeFacebookGrant } from "./revoke-grant.ts";
import { pageRoleLimits } from "./role-limits.ts";
import { facebookScopes } from "./scopes.ts";
import { subscribePage, unsubscribePage } from "./subscription.ts";
import { verifyPage } from "./verify.ts";

/** Facebook Pages, through Facebook Login and Messenger. Page tokens do not expire, so none are renewed. */
export const facebook: ConnectProvider = {
  id: "facebook",
  name: "Facebook",
  accountNoun: { one: "Facebook Page", many: "Facebook Pages" },
  gives: "Messages, comments and figures of your Facebook Pages in one place.",
  scopes: facebookScopes,

  app(setting) {
    const clientId = setting("FACEBOOK_APP_ID");
    const clientSecret = setting("FACEBOOK_APP_SECRET");
    const apiVersion = setting("META_APP_VERSION");
    return clientId && clientSecret && apiVersion ? { clientId, clientSecret, apiVersion } : null;
  },

  connect: facebookDialog,
  verify: verifyPage,
  roleLimits: pageRoleLimits,
  refresh: null,
  subscribe: subscribePage,
  unsubscribe: unsubscribePage,
  revokeGrant: revokeFacebookGrant,
  check: checkPage,
};
