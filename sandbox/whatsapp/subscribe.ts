import { callback } from "../delivery/callback.ts";
import { verifyCallback } from "../delivery/verify-callback.ts";
import type { Call } from "../facebook/call.ts";
import { GraphError } from "../facebook/graph-error.ts";
import { readObject } from "../facebook/read-object.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Override, PhoneNumber, WhatsAppState } from "./types.ts";

const longestUrl = 200;

/** GET, POST and DELETE /{waba}/subscribed_apps. A plain POST also takes an override away. */
export async function subscribedApps(sandbox: Sandbox, state: WhatsAppState, call: Call, accountId: string) {
  const subscription = state.subscriptions[accountId];

  if (call.method === "GET") {
    if (!subscription) return { data: [] };
    const { appId } = sandbox.config.meta;
    const app = {
      id: appId,
      name: "Trunkline in the sandbox",
      link: `https://www.facebook.com/games/?app_id=${appId}`,
    };
    const override = subscription.override ? { override_callback_uri: subscription.override.url } : {};
    return { data: [{ whatsapp_business_api_data: app, ...override }] };
  }
  if (call.method === "DELETE") {
    delete state.subscriptions[accountId];
    return { success: true };
  }

  const { override_callback_uri: url, verify_token: verifyToken } = call.params;
  const override = url ? await acceptOverride(sandbox, state, accountId, { url, verifyToken }) : null;
  state.subscriptions[accountId] = { override };
  return { success: true };
}

/** POST /{phone_number_id} with `webhook_configuration`. An empty address takes the override away. */
export async function configureNumber(
  sandbox: Sandbox,
  state: WhatsAppState,
  call: Call,
  number: PhoneNumber,
) {
  const { override_callback_uri: url, verify_token: verifyToken } = readObject(
    call.params.webhook_configuration,
  );
  if (typeof url !== "string")
    throw new GraphError(100, "(#100) The parameter webhook_configuration is required.");

  const asked = { url, verifyToken: typeof verifyToken === "string" ? verifyToken : undefined };
  number.override = url ? await acceptOverride(sandbox, state, number.accountId, asked) : null;
  return { success: true };
}

/** In Meta's order: the app subscribed plainly, a webhook of the app's own, then the handshake with the new address. */
async function acceptOverride(
  { config, facebook }: Sandbox,
  state: WhatsAppState,
  accountId: string,
  { url, verifyToken }: { url: string; verifyToken: string | undefined },
): Promise<Override> {
  const ownWebhook = callback(config, facebook, "whatsapp_business_account");
  if (!state.subscriptions[accountId] || !ownWebhook) {
    throw new GraphError(
      100,
      "(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account.",
    );
  }
  if (!verifyToken) throw new GraphError(100, "(#100) The parameter verify_token is required.");
  if (!URL.canParse(url) || url.length > longestUrl) {
    throw new GraphError(
      100,
      "(#100) Param override_callback_uri must be a valid URL of at most 200 characters.",
    );
  }

  const { ok, status } = await verifyCallback(url, verifyToken, config.delivery.timeoutMs);
  if (!ok) {
    const found =
      status === 200 ? "the challenge was not returned" : `HTTP Status Code = ${status ?? "none"}`;
    throw new GraphError(2200, `(#2200) Callback verification failed with the following errors: ${found}`);
  }
  return { url, verifyToken };
}
