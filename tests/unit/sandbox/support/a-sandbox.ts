import { createHmac } from "node:crypto";
import { onTestFinished } from "vitest";
import { readConfig } from "../../../../sandbox/config.ts";
import { startSandbox } from "../../../../sandbox/start.ts";

export const app = { id: "138000000000001", secret: "test_app_secret_0123456789abcdef" };
export const instagramApp = { id: "139000000000001", secret: "test_instagram_secret_0123456789" };
export const instagramRedirectUri = "http://127.0.0.1:9/api/oauth/instagram/callback";
export const zoomApp = { id: "zoomClient", secret: "zoomSecret", webhookSecret: "zoomWebhookSecret" };
export const zoomRedirectUri = "http://127.0.0.1:9/api/oauth/zoom/callback";
export const redirectUri = "http://127.0.0.1:9/api/oauth/facebook/callback";
export const marco = "10158000000000001";
export const priya = "10158000000000002";
export const fade = "104000000000001";

/** A sandbox of the test's own on a free port, that retries without waiting. */
export async function aSandbox(variables: Record<string, string> = {}) {
  const sandbox = await startSandbox(
    readConfig({
      SANDBOX_PORT: "0",
      SANDBOX_META_APP_ID: app.id,
      SANDBOX_META_APP_SECRET: app.secret,
      SANDBOX_META_VERIFY_TOKEN: "verify-me",
      SANDBOX_META_REDIRECT_URIS: redirectUri,
      SANDBOX_INSTAGRAM_APP_ID: instagramApp.id,
      SANDBOX_INSTAGRAM_APP_SECRET: instagramApp.secret,
      SANDBOX_INSTAGRAM_REDIRECT_URIS: instagramRedirectUri,
      SANDBOX_ZOOM_CLIENT_ID: zoomApp.id,
      SANDBOX_ZOOM_CLIENT_SECRET: zoomApp.secret,
      SANDBOX_ZOOM_WEBHOOK_SECRET_TOKEN: zoomApp.webhookSecret,
      SANDBOX_ZOOM_REDIRECT_URIS: zoomRedirectUri,
      SANDBOX_RETRY_DELAYS_MS: "0",
      SANDBOX_BATCH_MS: "5",
      ...variables,
    }),
  );
  onTestFinished(() => sandbox.close());
  return { ...sandbox, graph, control, grantFade, graphUrl: `${sandbox.url}/graph.facebook.com/v26.0` };

  async function graph(path: string, params: Record<string, string> = {}, method = "GET") {
    const url = new URL(path.startsWith("http") ? path : `${sandbox.url}/graph.facebook.com/v26.0/${path}`);
    const proof =
      params.access_token && !params.access_token.includes("|") ? proofOf(params.access_token) : undefined;
    const all = new URLSearchParams({ ...(proof ? { appsecret_proof: proof } : {}), ...params });
    const isRead = method === "GET";
    if (isRead) for (const [name, value] of all) url.searchParams.set(name, value);
    const response = await fetch(url, isRead ? {} : { method, body: all });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async function control(path: string, body: object = {}) {
    const response = await fetch(`${sandbox.url}/control/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  /** Marco lets the app act for Fade & Co., which subscribes to these fields. */
  async function grantFade(fields: string) {
    const granted = await control("grants", { personId: marco, pageIds: [fade] });
    const accessToken: string = granted.pages[0].accessToken;
    await graph(`${fade}/subscribed_apps`, { access_token: accessToken, subscribed_fields: fields }, "POST");
    return { accessToken, userToken: granted.userToken as string };
  }
}

export function proofOf(token: string): string {
  return createHmac("sha256", app.secret).update(token).digest("hex");
}
