import { Hono } from "hono";
import { z } from "zod";
import { readInput, refuse } from "../control/read-input.ts";
import { reply } from "../control/reply.ts";
import type { Twilio } from "./twilio.ts";

const Status = z.object({
  status: z.enum([
    "ONLINE",
    "OFFLINE",
    "CREATING",
    "PENDING_VERIFICATION",
    "VERIFYING",
    "TWILIO_REVIEW",
    "DRAFT",
    "STUBBED",
  ]),
  reasonCode: z.coerce.number().int().default(63020),
  reason: z.string().default("The business has not accepted Twilio's invitation in Meta Business Manager."),
  qualityRating: z.string().optional(),
});

const OtherWebhook = z.object({
  callbackUrl: z.url().default("https://someone-else.example/whatsapp"),
  statusCallbackUrl: z.url().nullable().default(null),
});

/** Senders: what Meta or someone with a browser does to them. */
export function senderControl({ state }: Twilio): Hono {
  const routes = new Hono();

  routes.post("/senders/:sid/status", async (context) => {
    const sender = find(context.req.param("sid"));
    const { status, reasonCode: code, reason: message, qualityRating } = await readInput(context, Status);
    sender.status = status;
    sender.offlineReasons = status === "OFFLINE" ? [{ code, message }] : [];
    sender.qualityRating = qualityRating ?? sender.qualityRating;
    return reply(context, { ok: true }, `${sender.name} is ${status}.`);
  });

  routes.post("/senders/:sid/webhook", async (context) => {
    const sender = find(context.req.param("sid"));
    Object.assign(sender.webhook, await readInput(context, OtherWebhook));
    return reply(context, { ok: true }, `Someone changed the webhook of ${sender.name}.`);
  });

  routes.post("/senders/:sid/ignore-next-update", (context) => {
    const sender = find(context.req.param("sid"));
    sender.ignoresNextUpdate = true;
    return reply(context, { ok: true }, "The next change is accepted with 202 and comes to nothing.");
  });

  function find(sid: string) {
    const sender = state.senders[sid];
    if (!sender) throw refuse("There is no such sender", 404);
    return sender;
  }

  return routes;
}
