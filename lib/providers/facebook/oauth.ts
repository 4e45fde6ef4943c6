import { z } from "zod";
import type { Answer, AppCredentials, DialogConnect, DialogRefusal, Grant } from "../connect-contract.ts";
import { providerUrl } from "../http.ts";
import { debugToken } from "../meta/debug-token.ts";
import { graph } from "../meta/graph.ts";
import { facebookPages } from "./pages.ts";
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

  readRefusal,
  exchange,
  reachableAccounts: facebookPages,
};

/** Codes seen when the dialog itself refuses. They come as `error_code` and `error_message`, without `error`. */
const refusals: Record<string, string> = {
  1349168:
    "Facebook does not know this installation's address. It must be listed under Valid OAuth Redirect URIs in the Meta app.",
  1349048:
    "Facebook does not know this installation's domain. It must be listed under App Domains in the Meta app.",
  1349126:
    "The Meta app is in development mode, so only people with a role on it can connect. Publish it, or add the person as a tester.",
  1349220: "Facebook Login is not available for the Meta app at the moment. The app's dashboard says why.",
  1349186: "Facebook Login is not available for the Meta app at the moment. The app's dashboard says why.",
  1349245: "The invitation to test the Meta app was not accepted yet. Accept it at Meta, then try again.",
};

function readRefusal(query: URLSearchParams): DialogRefusal | null {
  if (query.get("error") === "access_denied" || query.get("error_reason") === "user_denied") {
    return { kind: "cancelled" };
  }
  const isRefused = ["error", "error_code", "error_message"].some((name) => query.has(name));
  if (!isRefused && query.get("code")) return null;

  // Only sentences of our own: anyone can put any text into an address.
  const known = refusals[query.get("error_code") ?? ""];
  return {
    kind: "refused",
    sentence: known ?? (isRefused ? "Facebook did not allow it." : "Facebook's answer was incomplete."),
  };
}

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
