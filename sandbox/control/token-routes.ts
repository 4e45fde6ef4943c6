import { Hono } from "hono";
import { z } from "zod";
import { nowSeconds } from "../clock.ts";
import type { Sandbox } from "../sandbox.ts";
import { readInput, refuse } from "./read-input.ts";
import { reply } from "./reply.ts";

const Which = z.object({
  token: z.string().optional(),
  personId: z.string().optional(),
  pageId: z.string().optional(),
});

/** Tokens of Facebook that expire. */
export function tokenRoutes({ facebook }: Sandbox): Hono {
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
    for (const token of matching) token.expiresAt = nowSeconds() - 1;
    return reply(context, { expired: matching.length }, `${matching.length} tokens expired.`);
  });

  return routes;
}
