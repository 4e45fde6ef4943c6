import { callback } from "../delivery/callback.ts";
import { verifyCallback } from "../delivery/verify-callback.ts";
import { fieldScopes } from "../instagram/webhook-fields.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Call, Caller } from "./call.ts";
import { GraphError } from "./graph-error.ts";
import { pageFields } from "./webhook-fields.ts";

const objects = ["page", "instagram", "whatsapp_business_account"];

/** GET and POST /{app}/subscriptions, with an app token. POST runs the handshake before it answers. */
export async function appSubscriptions(sandbox: Sandbox, call: Call, caller: Caller) {
  if (caller.kind !== "app")
    throw new GraphError(15, "(#15) This method must be called with an app access_token.");

  const { config, facebook } = sandbox;
  if (call.method === "GET") return { data: objects.flatMap((object) => appWebhook(sandbox, call, object)) };

  const { object = "page", callback_url: callbackUrl, verify_token: verifyToken = "", fields } = call.params;
  if (!callbackUrl || !URL.canParse(callbackUrl)) {
    throw new GraphError(100, "(#100) The parameter callback_url is required.");
  }
  const { ok, status } = await verifyCallback(callbackUrl, verifyToken, config.delivery.timeoutMs);
  if (!ok) {
    const found =
      status === 200 ? "the challenge was not returned" : `HTTP Status Code = ${status ?? "none"}`;
    throw new GraphError(2200, `(#2200) Callback verification failed with the following errors: ${found}`);
  }

  facebook.appWebhooks[object] = {
    callbackUrl,
    verifyToken,
    configuredUrl: config.meta.callbackUrl,
    fields: fields ? fields.split(",").map((field) => field.trim()) : null,
  };
  return { success: true };
}

/** What is ticked in the dashboard of an app that is well set up. */
const tickedFields: Record<string, string[]> = {
  page: pageFields,
  instagram: Object.keys(fieldScopes),
  whatsapp_business_account: ["messages"],
};

function appWebhook({ config, facebook }: Sandbox, call: Call, object: string) {
  const target = callback(config, facebook, object);
  if (!target) return [];
  const names = target.fields ?? tickedFields[object] ?? [];
  const fields = names.map((name) => ({ name, version: call.version }));
  return [{ object, callback_url: target.url, active: true, fields }];
}
