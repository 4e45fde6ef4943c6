import { Hono } from "hono";
import { z } from "zod";
import { callback } from "../delivery/callback.ts";
import { escapedJson } from "../delivery/escaped-json.ts";
import { postWebhook } from "../delivery/post-webhook.ts";
import { signatureHeaders } from "../delivery/signature-headers.ts";
import { verifyCallback } from "../delivery/verify-callback.ts";
import type { Sandbox } from "../sandbox.ts";
import { readInput, refuse } from "./read-input.ts";
import { reply } from "./reply.ts";

const RawDelivery = z.object({
  body: z.union([z.string(), z.record(z.string(), z.unknown())]),
  signature: z.enum(["good", "bad", "none", "sha1"]).default("good"),
  /** Whose secret a good signature is made with. */
  secret: z.enum(["meta", "instagram"]).default("meta"),
});

const AppWebhookRequest = z.object({
  object: z.enum(["page", "instagram", "whatsapp_business_account"]),
  callbackUrl: z
    .union([z.literal("").transform(() => null), z.url()])
    .nullish()
    .transform((url) => url ?? null),
  verifyToken: z.string().optional(),
});

/** Webhooks: make one happen, send any bytes, repeat, look at the log. */
export function deliveryRoutes(sandbox: Sandbox): Hono {
  const { config, facebook, store, delivery } = sandbox;
  const { deliveries } = store.state;
  const routes = new Hono();

  routes.get("/deliveries", (context) => {
    const accountId = context.req.query("accountId") ?? context.req.query("pageId");
    const asked = deliveries.filter(({ accountIds }) => !accountId || accountIds.includes(accountId));
    return context.json({ deliveries: asked });
  });

  routes.get("/deliveries/:id", (context) => {
    const found = deliveries.find(({ id }) => id === context.req.param("id"));
    if (!found) throw refuse("There is no such delivery", 404);
    return context.json(found);
  });

  routes.post("/deliveries/:id/duplicate", (context) => {
    const found = deliveries.find(({ id }) => id === context.req.param("id"));
    if (!found?.body) throw refuse("There is no such delivery", 404);
    return reply(context, { deliveryId: delivery.repeat(found).id }, "Sent again.");
  });

  routes.post("/deliver", async (context) => {
    const { body, signature, secret } = await readInput(context, RawDelivery);
    const target = callback(config, facebook);
    if (!target) throw refuse("The app has no callback URL");

    const bytes = typeof body === "string" ? body : escapedJson(body);
    const headers = signatures(bytes, signature, config[secret].appSecret);
    const { status, answer, outcome } = await postWebhook(
      target.url,
      bytes,
      headers,
      config.delivery.timeoutMs,
    );
    return reply(context, { status, body: answer, outcome }, `The app answered ${status ?? outcome}.`);
  });

  routes.post("/subscriptions/verify", async (context) => {
    const target = callback(config, facebook);
    if (!target) throw refuse("The app has no callback URL");
    const result = await verifyCallback(target.url, target.verifyToken, config.delivery.timeoutMs);
    return reply(
      context,
      result,
      result.ok ? "The callback passed." : `The callback failed (${result.status}).`,
    );
  });

  routes.post("/app-webhook", async (context) => {
    const { object, callbackUrl, verifyToken } = await readInput(context, AppWebhookRequest);
    const { callbackUrl: configuredUrl, verifyToken: ours } = config.meta;
    facebook.appWebhooks[object] = {
      callbackUrl,
      verifyToken: verifyToken ?? ours,
      configuredUrl,
      fields: null,
    };
    return reply(context, { ok: true }, `The app's webhook for ${object}: ${callbackUrl ?? "none"}.`);
  });

  routes.post("/app-webhook/reset", (context) => {
    facebook.appWebhooks = {};
    return reply(context, { ok: true }, "The app's webhooks are as configured.");
  });

  routes.post("/pages/:id/unsubscribe", (context) => {
    delete facebook.subscriptions[context.req.param("id")];
    return reply(context, { ok: true }, "Facebook unsubscribed the app.");
  });

  return routes;
}

function signatures(bytes: string, kind: z.infer<typeof RawDelivery>["signature"], secret: string) {
  const { "X-Hub-Signature": sha1 = "", "X-Hub-Signature-256": sha256 = "" } = signatureHeaders(
    bytes,
    secret,
  );
  switch (kind) {
    case "good":
      return { "X-Hub-Signature": sha1, "X-Hub-Signature-256": sha256 };
    case "bad":
      return signatureHeaders(bytes, `not ${secret}`);
    case "sha1":
      return { "X-Hub-Signature": sha1 };
    case "none":
      return {};
  }
}
