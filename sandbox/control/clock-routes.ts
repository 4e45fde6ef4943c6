import { Hono } from "hono";
import { z } from "zod";
import { clockAdvance, holdClock, now, setClock } from "../clock.ts";
import type { Sandbox } from "../sandbox.ts";
import { readInput } from "./read-input.ts";
import { reply } from "./reply.ts";

const hour = 3_600_000;
const Advance = z.union([
  z.object({ advanceMs: z.coerce.number() }),
  z.object({ advanceHours: z.coerce.number() }).transform(({ advanceHours }) => ({
    advanceMs: advanceHours * hour,
  })),
]);

/** The platforms' clock, by which tokens age. Webhooks keep telling the true time. */
export function clockRoutes({ store }: Sandbox): Hono {
  const routes = new Hono();

  routes.post("/clock", async (context) => {
    const { advanceMs } = await readInput(context, Advance);
    const advancedMs = clockAdvance() + advanceMs;
    store.state.advancedMs = advancedMs;
    setClock(advancedMs);
    const sentence = `The platforms' clock is ${Math.round(advancedMs / hour)} hours ahead.`;
    return reply(context, { now: now(), advancedMs }, sentence);
  });

  routes.post("/clock/hold", (context) => {
    holdClock();
    return reply(
      context,
      { now: now() },
      "The platforms' clock stands still until the sandbox starts again.",
    );
  });

  return routes;
}
