import { type Context, Hono } from "hono";
import { z } from "zod";
import { everywhere } from "../faults.ts";
import type { Sandbox } from "../sandbox.ts";
import { readInput } from "./read-input.ts";
import { reply } from "./reply.ts";

const empty = z.literal("").transform(() => undefined);

const FaultRequest = z.object({
  count: z.coerce.number().int().min(1).default(1),
  status: z.coerce.number().int().min(400).max(599).default(400),
  code: z.coerce.number().int().default(2),
  subcode: z.coerce.number().int().optional(),
  type: z.string().optional(),
  message: z.string().default("An unexpected error has occurred. Please retry your request later."),
  transient: z.boolean().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  host: z.union([empty, z.string()]).optional(),
  match: z.string().optional(),
  personId: z.string().optional(),
});

const HoldRequest = z.object({
  count: z.coerce.number().int().min(1).default(1),
  ms: z.coerce.number().min(1).max(600_000),
  host: z.union([empty, z.string()]).optional(),
  match: z.string().optional(),
});

const UsageRequest = z.object({
  callCount: z.coerce.number().min(0),
  regainMinutes: z.coerce.number().min(0).default(0),
  id: z.string().optional(),
  pageId: z.string().optional(),
});

/** Calls that fail or are answered late on any host, and Meta's quotas that fill. */
export function faultRoutes({ faults }: Sandbox): Hono {
  const routes = new Hono();

  const fail = async (context: Context, host?: string) => {
    const fault = await readInput(context, FaultRequest);
    faults.pending.push({ ...fault, host: host ?? fault.host });
    const where = host ?? fault.host ?? "any platform";
    const what = `${fault.status}, code ${fault.code}`;
    return reply(context, { ok: true }, `The next ${fault.count} calls to ${where} fail (${what}).`);
  };
  routes.post("/fail", (context) => fail(context));
  routes.post("/graph/fail", (context) => fail(context, "graph.facebook.com"));

  routes.post("/hold", async (context) => {
    const hold = await readInput(context, HoldRequest);
    faults.holds.push(hold);
    const where = hold.host ?? "any platform";
    return reply(
      context,
      { ok: true },
      `The next ${hold.count} answers of ${where} take ${hold.ms} ms longer.`,
    );
  });

  routes.post("/fail/clear", (context) => {
    faults.pending.length = 0;
    faults.holds.length = 0;
    faults.usage.clear();
    return reply(context, { ok: true }, "Calls work again.");
  });

  const use = async (context: Context) => {
    const { id, pageId, ...usage } = await readInput(context, UsageRequest);
    faults.usage.set(id || pageId || everywhere, usage);
    return reply(context, { ok: true }, `Usage headers say ${usage.callCount} %.`);
  };
  routes.post("/usage", use);
  routes.post("/graph/usage", use);

  return routes;
}
