import type { Answer, AppCredentials, Grant } from "../connect-contract.ts";
import type { DialogConnect } from "../dialog-connect.ts";
import { providerUrl } from "../http.ts";
import { zoomAccounts } from "./accounts.ts";
import { readZoomRefusal } from "./read-refusal.ts";
import { zoomRefusals } from "./refusals.ts";
import { requestTokens } from "./request-tokens.ts";
import { zoomUser } from "./user.ts";

/** Zoom's consent page for a user-managed app. Scopes stand in the app and not in the address. */
export const zoomDialog: DialogConnect = {
  kind: "dialog",
  usesPkce: true,
  accountsPerGrant: "one",

  dialogUrl(app, { redirectUri, state, codeChallenge }) {
    const url = new URL(`${providerUrl("zoom.us")}/oauth/authorize`);
    url.searchParams.set("response_type", "code");
    url.searchParams.set("client_id", app.clientId);
    url.searchParams.set("redirect_uri", redirectUri);
    url.searchParams.set("state", state);
    if (codeChallenge !== null) {
      url.searchParams.set("code_challenge", codeChallenge);
      // Left out, Zoom takes the challenge for the verifier itself.
      url.searchParams.set("code_challenge_method", "S256");
    }
    return url;
  },

  refusals: zoomRefusals,
  readRefusal: readZoomRefusal,
  exchange,
  reachableAccounts: zoomAccounts,
};

/** Code to tokens. From then on whatever this person granted the app before is dead, wherever it is stored. */
async function exchange(
  app: AppCredentials,
  { code, redirectUri, codeVerifier }: { code: string; redirectUri: string; codeVerifier: string | null },
): Promise<Answer<Grant>> {
  const tokens = await requestTokens(app, {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    ...(codeVerifier !== null && { code_verifier: codeVerifier }),
  });
  if (!tokens.ok) return tokens;

  const user = await zoomUser(tokens.value);
  if (!user.ok) return user;
  return {
    ok: true,
    value: {
      secrets: { ...tokens.value, accountId: user.value.account_id ?? "" },
      authorizedBy: user.value.id,
    },
  };
}
