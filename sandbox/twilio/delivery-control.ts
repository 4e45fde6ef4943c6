import { Hono } from "hono";
import { z } from "zod";
import { readInput, refuse } from "../control/read-input.ts";
import { reply } from "../control/reply.ts";
import { applyStatus } from "./apply-status.ts";
import { postOnce } from "./post-once.ts";
import { postStatus } from "./post-status.ts";
import { repeatDelivery } from "./repeat-delivery.ts";
import { twilioSignature } from "./signature.ts";
import type { Twilio } from "./twilio.ts";

const RawDelivery = z.object({
  accountSid: z.string(),
  url: z.url(),
  params: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  signature: z.enum(["good", "bad", "none", "secondary"]).default("good"),
});

const MessageStatus = z.object({
  status: z.string().min(1),
  errorCode: z.coerce.number().int().nullable().default(null),
  /** How often it is told. */
  copies: z.coerce.number().int().min(1).max(20).default(1),
});

const Settings = z.object({
  statusMs: z.coerce.number().min(0).optional(),
  updateMs: z.coerce.number().min(0).optional(),
  retryMs: z.coerce.number().min(0).optional(),
  takesBusinessScopedIds: z.coerce.boolean().optional(),
});

/** Webhooks: any form, a status out of turn, an answer that is lost, the log. */
export function deliveryControl(twilio: Twilio): Hono {
  const { state, losses } = twilio;
  const routes = new Hono();

  routes.post("/settings", async (context) => {
    const { takesBusinessScopedIds, ...timing } = await readInput(context, Settings);
    Object.assign(state.timing, timing);
    state.takesBusinessScopedIds = takesBusinessScopedIds ?? state.takesBusinessScopedIds;
    return reply(context, { ok: true }, "Set.");
  });

  routes.post("/lose-answers", async (context) => {
    const schema = z.object({
      count: z.coerce.number().int().min(1).default(1),
      match: z.string().default("/Messages.json"),
    });
    const loss = await readInput(context, schema);
    losses.push(loss);
    return reply(context, { ok: true }, `The answers of the next ${loss.count} calls are lost.`);
  });

  routes.post("/messages/:sid/status", async (context) => {
    const message = state.messages.find(({ sid }) => sid === context.req.param("sid"));
    if (!message) throw refuse("There is no such message", 404);
    const { status, errorCode, copies } = await readInput(context, MessageStatus);
    applyStatus(message, status, errorCode);
    for (let copy = 0; copy < copies; copy += 1) void postStatus(twilio, message, status, errorCode);
    return reply(context, { ok: true }, `${message.sid} is ${status}.`);
  });

  routes.get("/deliveries", (context) => {
    const account = context.req.query("accountSid");
    return context.json({
      deliveries: state.deliveries.filter((one) => !account || one.accountSid === account),
    });
  });

  routes.post("/deliveries/:id/duplicate", (context) => {
    const found = state.deliveries.find(({ id }) => id === context.req.param("id"));
    if (!found) throw refuse("There is no such delivery", 404);
    return reply(context, { deliveryId: repeatDelivery(twilio, found).id }, "Sent again.");
  });

  routes.post("/deliver", async (context) => {
    const { accountSid, url, params, signature } = await readInput(context, RawDelivery);
    const account = state.accounts[accountSid];
    if (!account) throw refuse("There is no such account", 404);

    const form = Object.entries({ AccountSid: accountSid, ...params }).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    );
    const key = {
      good: account.authToken,
      bad: "0".repeat(32),
      secondary: account.secondaryToken ?? "",
      none: null,
    };
    const token = key[signature];
    const headers: Record<string, string> =
      token === null ? {} : { "X-Twilio-Signature": twilioSignature(token, url, form) };
    const body = new URLSearchParams(form).toString();
    const {
      status,
      outcome,
      contentType,
      body: answer,
    } = await postOnce({ url, method: "POST", body, headers, timeoutMs: 15_000 });
    return reply(
      context,
      { status, outcome, contentType, body: answer },
      `The app answered ${status ?? outcome}.`,
    );
  });

  return routes;
}
