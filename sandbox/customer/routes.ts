import { type Context, Hono } from "hono";
import type { StandIn } from "../stand-in.ts";
import { act } from "./act.ts";
import { CustomerAction } from "./customer-action.ts";
import { customerPage } from "./customer-page.ts";
import { deliveryLog } from "./delivery-log.ts";
import { findSeat, type Seat, seatKey } from "./seat.ts";

/** The page on which a person plays a customer, on any channel. */
export function customerRoutes(standIns: StandIn[]): Hono {
  const channels = standIns.flatMap(({ channels: own }) => own ?? []);
  const routes = new Hono();
  const seatOf = ({ to = "", customer = "" }: Record<string, string>) => findSeat(channels, to, customer);

  routes.get("/", (context) => {
    const seat = seatOf(context.req.query());
    return seat
      ? context.html(customerPage(channels, seat))
      : context.text("There is no one to write to.", 500);
  });

  routes.get("/log", (context) => {
    const seat = seatOf(context.req.query());
    return context.html(deliveryLog(seat ? seat.channel.deliveries(seat.account.id) : []));
  });

  routes.post("/", async (context) => {
    const fields = await form(context);
    const seat = seatOf(fields);
    const asked = { ...fields, channel: seat?.channel.id, accountId: seat?.account.id };
    const action = CustomerAction.safeParse(asked);
    if (!seat || !action.success || !act(channels, action.data))
      return context.text("That cannot be sent.", 400);
    return back(context, seat);
  });

  routes.post("/again", async (context) => {
    const seat = seatOf(await form(context));
    if (!seat) return context.text("There is no one to write to.", 400);
    seat.channel.repeatLast(seat.account.id);
    return back(context, seat);
  });

  return routes;
}

async function form(context: Context): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await context.req.text()));
}

function back(context: Context, { channel, account, customer }: Seat) {
  return context.redirect(
    `/customer?${new URLSearchParams({ to: seatKey(channel, account), customer })}`,
    303,
  );
}
