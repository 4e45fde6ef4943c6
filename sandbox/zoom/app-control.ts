import { Hono } from "hono";
import { z } from "zod";
import { readInput, refuse } from "../control/read-input.ts";
import { reply } from "../control/reply.ts";
import { postEvent } from "./post-event.ts";
import { usualOptionalScopes, usualScopes } from "./scopes.ts";
import { validateUrl } from "./validate-url.ts";
import type { Zoom } from "./zoom.ts";

const empty = z.literal("").transform(() => null);
const userId = z.union([empty, z.string()]).nullable().default(null);
const count = z.coerce.number().int().min(0).default(1);

const App = z.object({
  scopes: z.array(z.string()).optional(),
  optionalScopes: z.array(z.string()).optional(),
  disabled: z.stringbool().or(z.boolean()).optional(),
  published: z.stringbool().or(z.boolean()).optional(),
});

const Limit = z.object({
  kind: z.enum(["QPS", "Daily-limit"]).default("QPS"),
  accountId: z.union([empty, z.string()]).nullable().default(null),
  count,
});

const Raw = z.object({
  body: z.union([z.string(), z.record(z.string(), z.unknown())]),
  signature: z.enum(["good", "bad", "none"]).default("good"),
});

const Validate = z.object({
  signature: z.enum(["good", "bad", "none"]).default("good"),
  plainToken: z.string().optional(),
});

/** The app's registration, refreshes that go wrong, limits, and the webhook. */
export function appControl(zoom: Zoom): Hono {
  const { state, mischief, sandbox, webhooks } = zoom;
  const routes = new Hono();

  routes.post("/app", async (context) => {
    const asked = await readInput(context, App);
    Object.assign(state.app, { ...asked });
    return reply(context, state.app, "The app's registration is changed.");
  });

  routes.post("/app/reset", (context) => {
    const fresh = {
      scopes: usualScopes,
      optionalScopes: usualOptionalScopes,
      disabled: false,
      published: true,
    };
    Object.assign(state.app, fresh);
    return reply(context, state.app, "The app is registered as in the beginning.");
  });

  routes.post("/refreshes/lose", async (context) => {
    Object.assign(mischief.loseRefreshes, await readInput(context, z.object({ userId, count })));
    return reply(context, { ok: true }, "The next refresh rotates, and its answer is lost.");
  });

  routes.post("/refreshes/fail", async (context) => {
    Object.assign(mischief.failRefreshes, await readInput(context, z.object({ userId, count })));
    return reply(context, { ok: true }, "The next refreshes are answered with 500 and rotate nothing.");
  });

  routes.post("/refreshes/slow", async (context) => {
    const schema = z.object({ userId, count, ms: z.coerce.number().min(0).default(2_000) });
    Object.assign(mischief.slowRefreshes, await readInput(context, schema));
    return reply(context, { ok: true }, "The next refresh rotates, and takes its time to say so.");
  });

  routes.post("/limit", async (context) => {
    const limit = await readInput(context, Limit);
    mischief.limits.push(limit);
    return reply(context, { ok: true }, `The next ${limit.count} calls are over the limit (${limit.kind}).`);
  });

  routes.post("/webhook/validate", async (context) => {
    const { signature: how, plainToken } = await readInput(context, Validate);
    const result = await validateUrl(zoom, { how, plainToken });
    return reply(
      context,
      result,
      result.ok ? "The address proved the secret." : `It did not: ${result.outcome}.`,
    );
  });

  routes.post("/webhook/settings", async (context) => {
    const schema = z.object({
      retryDelaysMs: z.array(z.number().min(0)).length(3).optional(),
      disabled: z.boolean().optional(),
    });
    Object.assign(state.webhook, await readInput(context, schema));
    return reply(context, state.webhook, "Set.");
  });

  routes.post("/deliver", async (context) => {
    const { body, signature } = await readInput(context, Raw);
    const { webhookUrl } = sandbox.config.zoom;
    if (!webhookUrl) throw refuse("The app has no webhook address");
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const { status, answer, outcome } = await postEvent(webhookUrl, text, sandbox.config.zoom, signature);
    return reply(context, { status, body: answer, outcome }, `The app answered ${status ?? outcome}.`);
  });

  routes.get("/deliveries", (context) => {
    const user = context.req.query("userId");
    return context.json({ deliveries: state.deliveries.filter((one) => !user || one.userId === user) });
  });

  routes.post("/deliveries/:id/duplicate", (context) => {
    const found = state.deliveries.find(({ id }) => id === context.req.param("id"));
    if (!found) throw refuse("There is no such delivery", 404);
    return reply(context, { deliveryId: webhooks.repeat(found).id }, "Sent again.");
  });

  return routes;
}
