import type { Provider } from "../connect-contract.ts";
import { checkZoom } from "./check.ts";
import { checkZoomApp } from "./check-app.ts";
import { zoomDialog } from "./dialog.ts";
import { zoomGuide } from "./guide.ts";
import { zoomInterpreter } from "./interpret.ts";
import { zoomRenewal } from "./renewal.ts";
import { revokeZoomGrant } from "./revoke-grant.ts";
import { zoomScopes } from "./scopes.ts";
import { verifyZoom } from "./verify.ts";
import { zoomWebhook } from "./webhook.ts";
import { zoomSync } from "./zoom-sync.ts";

/** Zoom accounts of single people, through a user-managed app. Events are subscribed once in the app, for all of them. */
export const zoom: Provider = {
  id: "zoom",
  name: "Zoom",
  accountNoun: { one: "Zoom account", many: "Zoom accounts" },
  gives: "Your meetings, who came and what was recorded, as it happens.",
  scopes: zoomScopes,

  app(setting) {
    const clientId = setting("ZOOM_CLIENT_ID");
    const clientSecret = setting("ZOOM_CLIENT_SECRET");
    const publicUrl = setting("APP_URL");
    if (!clientId || !clientSecret || !publicUrl) return null;
    return { clientId, clientSecret, apiVersion: "v2", publicUrl };
  },

  connect: zoomDialog,
  verify: verifyZoom,
  roleLimits: null,
  renewal: zoomRenewal,
  subscribe: null,
  unsubscribe: null,
  revokeGrant: revokeZoomGrant,
  check: checkZoom,
  pastedAddresses: [],
  webhookSecrets: null,
  // Meetings are read anew by the sync; past events cannot be asked for.
  catchUp: null,
  sync: zoomSync,
  eraseWithinDays: 10,
  checkApp: checkZoomApp,
  guide: zoomGuide,
  interpreter: zoomInterpreter,
  sender: zoomWebhook,
};
