import { type aSandbox, instagramApp, instagramRedirectUri } from "./a-sandbox.ts";

export const fadeOnInstagram = "17841400000000001";
const scope = [
  "instagram_business_basic",
  "instagram_business_manage_messages",
  "instagram_business_manage_comments",
].join(",");

type Sandbox = Awaited<ReturnType<typeof aSandbox>>;
type Choice = { account?: string; permissions?: string[]; decision?: string };

/** What the app does at Instagram: sends a person there, exchanges the code, calls. */
export function onInstagram(sandbox: Sandbox) {
  const url = (host: string, path: string) => `${sandbox.url}/${host}/${path}`;

  function authorizeUrl(changes: Record<string, string> = {}) {
    const query = { client_id: instagramApp.id, redirect_uri: instagramRedirectUri, response_type: "code" };
    return url(
      "www.instagram.com",
      `oauth/authorize?${new URLSearchParams({ ...query, scope, ...changes })}`,
    );
  }

  async function decide({ account = fadeOnInstagram, permissions, decision = "allow" }: Choice = {}) {
    const address = new URL(authorizeUrl({ state: "s t/é" }));
    const body = new URLSearchParams(address.searchParams);
    body.set("account", account);
    body.set("decision", decision);
    for (const permission of permissions ?? scope.split(",")) body.append("permission", permission);
    const response = await fetch(address, { method: "POST", body, redirect: "manual" });
    return new URL(response.headers.get("location") ?? "");
  }

  async function exchange(code: string, changes: Record<string, string> = {}) {
    const body = new URLSearchParams({
      client_id: instagramApp.id,
      client_secret: instagramApp.secret,
      grant_type: "authorization_code",
      redirect_uri: instagramRedirectUri,
      code,
      ...changes,
    });
    const response = await fetch(url("api.instagram.com", "oauth/access_token"), { method: "POST", body });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) };
  }

  async function graph(path: string, params: Record<string, string>, method = "GET") {
    const query = new URLSearchParams(params);
    const response = await fetch(url("graph.instagram.com", `${path}?${query}`), { method });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** A long-lived token, and the fields the app subscribed to with it. */
  async function connect(fields = "messages,comments", account = fadeOnInstagram): Promise<string> {
    const { accessToken } = await sandbox.control("instagram/grants", { accountId: account });
    await graph("v26.0/me/subscribed_apps", { subscribed_fields: fields, access_token: accessToken }, "POST");
    return accessToken;
  }

  return { authorizeUrl, decide, exchange, graph, connect };
}
