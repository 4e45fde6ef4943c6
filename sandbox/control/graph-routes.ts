import { Hono } from "hono";
import { z } from "zod";
import { everywhere } from "../facebook/faults.ts";
import { seconds } from "../facebook/tokens.ts";
import type { Sandbox } from "../sandbox.ts";
import { readInput, refuse } from "./read-input.ts";
import { reply } from "./reply.ts";

const FaultRequest = z.object({
  count: z.coerce.number().int().min(1).default(1),
  status: z.coerce.number().int().min(400).max(599).default(400),
  code: z.coerce.number().int().default(2),
  subcode: z.coerce.number().int().optional(),
  type: z.string().optional(),
  message: z.string().default("An unexpected error has occurred. Please retry your request later."),
  transient: z.boolean().optional(),
  match: z.string().optional(),
  personId: z.string().optional(),
});

const Which = z.object({
  token: z.string().optional(),
  personId: z.string().optional(),
  pageId: z.string().optional(),
});

const UsageRequest = z.object({
  callCount: z.coerce.number().min(0),
  regainMinutes: z.coerce.number().min(0).default(0),
  pageId: z.string().optional(),
});

/** Tokens that expire, calls that fail, quotas that fill. */
export function graphControlRoutes({ facebook, faults }: Sandbox): Hono {
  const routes = new Hono();

  routes.post("/tokens/expire", async (context) => {
    const which = await readInput(context, Which);
    if (!which.token && !which.personId && !which.pageId)
      throw refuse("Say which: token, personId or pageId");

    const matching = Object.values(facebook.tokens).filter(
      ({ value, personId, pageId }) =>
        (!which.token || value === which.token) &&
        (!which.personId || personId === which.personId) &&
        (!which.pageId || pageId === which.pageId),
    );
    for (const token of matching) token.expiresAt = seconds() - 1;
    return reply(context, { expired: matching.length }, `${matching.length} tokens expired.`);
  });

  routes.post("/graph/fail", async (context) => {
    const fault = await readInput(context, FaultRequest);
    faults.pending.push(fault);
    return reply(context, { ok: true }, `The next ${fault.count} calls fail with code ${fault.code}.`);
  });

  routes.post("/graph/usage", async (context) => {
    const { pageId, ...usage } = await readInput(context, UsageRequest);
    faults.usage.set(pageId || everywhere, usage);
    return reply(context, { ok: true }, `Usage headers say ${usage.callCount} %.`);
  });

  return routes;
}
