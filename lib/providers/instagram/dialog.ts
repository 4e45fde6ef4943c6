import type { DialogConnect } from "../dialog-connect.ts";
import { providerUrl } from "../http.ts";
import { instagramAccounts } from "./accounts.ts";
import { exchangeInstagramCode } from "./exchange.ts";
import { instagramRefusals, readInstagramRefusal } from "./read-refusal.ts";
import { instagramScopes } from "./scopes.ts";

/** “Business Login for Instagram”. It documents no PKCE; state and the secret protect it. */
export const instagramDialog: DialogConnect = {
  kind: "dialog",
  usesPkce: false,
  accountsPerGrant: "one",

  dialogUrl(app, { redirectUri, state, askAgain }) {
    const url = new URL(`${providerUrl("www.instagram.com")}/oauth/authorize`);
    url.searchParams.set("client_id", app.clientId);
    url.searchParams.set("redirect_uri", redirectUri);
    url.searchParams.set("response_type", "code");
    url.searchParams.set("scope", instagramScopes.map(({ scope }) => scope).join(","));
    url.searchParams.set("state", state);
    // Who is signed in already would be waved through, with what they declined before.
    if (askAgain) url.searchParams.set("force_reauth", "true");
    return url;
  },

  refusals: instagramRefusals,
  readRefusal: readInstagramRefusal,
  exchange: exchangeInstagramCode,
  reachableAccounts: instagramAccounts,
};
