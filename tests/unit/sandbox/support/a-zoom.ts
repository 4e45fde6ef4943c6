import { createHash } from "node:crypto";
import { aSandbox } from "./a-sandbox.ts";

export const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
export const challenge = createHash("sha256").update(verifier).digest("base64url");

/** A sandbox with a person of the test's own at Zoom. */
export async function aZoom(variables: Record<string, string> = {}, fields: object = {}) {
  const sandbox = await aSandbox(variables);
  const { clientId, clientSecret, redirectUris } = sandbox.config.zoom;
  const redirectUri = redirectUris[0] ?? "";
  const user = (await sandbox.control("zoom/users", fields)) as {
    userId: string;
    accountId: string;
    email: string;
  };
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;

  function authorizeUrl(changes: Record<string, string> = {}) {
    const query = {
      response_type: "code",
      client_id: clientId,
      redirect_uri: redirectUri,
      state: "s t/é",
      code_challenge: challenge,
      code_challenge_method: "S256",
      ...changes,
    };
    return `${sandbox.url}/zoom.us/oauth/authorize?${new URLSearchParams(query)}`;
  }

  /** Presses a button of the consent page, and returns what the app would be called back with. */
  async function decide(decision: string, { without = [] as string[], changes = {} } = {}) {
    const { optionalScopes } = (await sandbox.control("zoom/app")) as { optionalScopes: string[] };
    const body = new URLSearchParams([
      ...new URL(authorizeUrl(changes)).searchParams,
      ["user", user.userId],
      ["decision", decision],
      ...optionalScopes.filter((scope) => !without.includes(scope)).map((scope) => ["scope", scope]),
    ]);
    const response = await fetch(authorizeUrl(changes), { method: "POST", body, redirect: "manual" });
    return new URL(response.headers.get("location") ?? "none:").searchParams;
  }

  async function post(path: string, form: Record<string, string>, authorization = basic) {
    const response = await fetch(`${sandbox.url}/zoom.us${path}`, {
      method: "POST",
      headers: { authorization },
      body: new URLSearchParams(form),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  const exchange = (code: string, more: Record<string, string> = {}) =>
    post("/oauth/token", {
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...more,
    });

  return {
    ...sandbox,
    user,
    redirectUri,
    authorizeUrl,
    decide,
    post,
    exchange,
    /** Goes through the consent page and the exchange. */
    connect: async (without: string[] = []) =>
      (await exchange((await decide("allow", { without })).get("code") ?? "")).body,
    refresh: (refreshToken: string) =>
      post("/oauth/token", { grant_type: "refresh_token", refresh_token: refreshToken }),
    async api(path: string, accessToken: string) {
      const headers = { authorization: `Bearer ${accessToken}` };
      const response = await fetch(`${sandbox.url}/api.zoom.us/v2${path}`, { headers });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    async counters() {
      const state = await (await fetch(`${sandbox.url}/control/state`)).json();
      return state.zoom.refreshes[user.userId];
    },
  };
}
