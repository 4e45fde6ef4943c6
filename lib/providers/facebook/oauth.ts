import { z } from "zod";
import type { Answer, AppCredentials, Grant } from "../connect-contract.ts";
import type { DialogConnect } from "../dialog-connect.ts";
import { providerUrl } from "../http.ts";
import { debugToken } from "../meta/debug-token.ts";
import { graph } from "../meta/graph.ts";
import { facebookPages } from "./pages.ts";
import { readFacebookRefusal } from "./read-refusal.ts";
import { facebookRefusals } from "./refusals.ts";
import { facebookScopes } from "./scopes.ts";

/** Facebook Login for Pages (“Manually Build a Login Flow”). It documents no PKCE; state and the secret protect it. */
export const facebookDialog: DialogConnect = {
  kind: "dialog",
  usesPkce: false,
  accountsPerGrant: "many",

  dialogUrl(app, { redirectUri, state, askAgain }) {
    const url = new URL(`${providerUrl("www.facebook.com")}/${app.apiVersion}/dialog/oauth`);
    url.searchParams.set("client_id", app.clientId);
    url.searchParams.set("redirect_uri", redirectUri);
    url.searchParams.set("state", state);
    url.searchParams.set("response_type", "code");
    url.searchParams.set("scope", facebookScopes.map(({ scope }) => scope).join(","));
    // What was declined once is not shown again unless asked for in this way.
    if (askAgain) url.searchParams.set("auth_type", "rerequest");
    return url;
  },

  refusals: facebookRefusals,
  readRefusal: readFacebookRefusal,
  exchange,
  reachableAccounts: facebookPages,
};

// `expires_in` may be missing; what the token really is comes from debug_token.
const TokenAnswer = z.object({ access_token: z.string().min(1) });

/** Code to short-lived token to long-lived token: only Page tokens made from a long-lived one do not expire. */
async function exchange(
  app: AppCredentials,
  { code, redirectUri }: { code: string; redirectUri: string },
): Promise<Answer<Grant>> {
  const shortLived = await token(app, { redirect_uri: redirectUri, code });
  if (!shortLived.ok) return shortLived;

  const longLived = await token(app, {
    grant_type: "fb_exchange_token",
    fb_exchange_token: shortLived.value,
  });
  if (!longLived.ok) return longLived;

  const described = await debugToken(app, longLived.value);
  if (!described.ok) return described;
  return {
    ok: true,
    value: { secrets: { userToken: longLived.value }, authorizedBy: described.value.userId },
  };
}

async function token(app: AppCredentials, parameters: Record<string, string>): Promise<Answer<string>> {
  const client = { client_id: app.clientId, client_secret: app.clientSecret };
  const answer = await graph(
    app,
    { method: "POST", path: "oauth/access_token", parameters: { ...client, ...parameters } },
    TokenAnswer,
  );
  return answer.ok ? { ok: true, value: answer.value.body.access_token } : answer;
}
