import { Hono } from "hono";
import { act } from "../customer/act.ts";
import { CustomerAction } from "../customer/customer-action.ts";
import type { StandIn } from "../stand-in.ts";
import { readInput, refuse } from "./read-input.ts";
import { reply } from "./reply.ts";

/** What the customer page does, for programs. */
export function customerEventRoutes(standIns: StandIn[]): Hono {
  const channels = standIns.flatMap(({ channels: own }) => own ?? []);
  const routes = new Hono();

  routes.get("/channels", (context) =>
    context.json({
      channels: channels.map(({ id, label, kinds, accounts }) => ({
        id,
        label,
        kinds,
        accounts: accounts(),
      })),
    }),
  );

  routes.post("/events", async (context) => {
    const carriers = act(channels, await readInput(context, CustomerAction));
    if (!carriers) throw refuse("There is no such account, or nothing of this kind happens there", 404);
    return reply(context, { deliveryIds: carriers.map(({ id }) => id) }, "Sent.");
  });

  return routes;
}
