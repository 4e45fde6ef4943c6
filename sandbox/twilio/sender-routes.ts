import { Hono } from "hono";
import { authenticate, requireActive } from "./authenticate.ts";
import { pageOf, queryForPage } from "./page-of.ts";
import { invalid, notFound } from "./refusals.ts";
import { senderResource } from "./sender-resource.ts";
import type { Twilio } from "./twilio.ts";
import { updateSender } from "./update-sender.ts";

/** messaging.twilio.com/v2/Channels/Senders: list, one, and a change that takes effect a little later. */
export function senderRoutes({ state }: Twilio): Hono {
  const routes = new Hono();

  routes.get("/v2/Channels/Senders", (context) => {
    const { sid } = requireActive(state, authenticate(state, context).account);
    const { origin, searchParams: query } = new URL(context.req.url);
    const channel = query.get("Channel");
    if (channel !== "whatsapp" && channel !== "rcs") throw invalid("Channel is required: whatsapp or rcs");

    const mine = Object.values(state.senders).filter(
      ({ accountSid }) => accountSid === sid && channel === "whatsapp",
    );
    const { items, size, page, hasNext } = pageOf(mine, query, 20);
    const url = (number: number) =>
      `${origin}/messaging.twilio.com/v2/Channels/Senders?${queryForPage(query, number, size)}`;

    return context.json({
      senders: items.map(senderResource),
      meta: {
        page,
        page_size: size,
        first_page_url: url(0),
        previous_page_url: page > 0 ? url(page - 1) : null,
        url: url(page),
        next_page_url: hasNext ? url(page + 1) : null,
        key: "senders",
      },
    });
  });

  routes.get("/v2/Channels/Senders/:sid", (context) => {
    const account = requireActive(state, authenticate(state, context).account);
    return context.json(senderResource(find(account.sid, context.req.param("sid"))));
  });

  routes.post("/v2/Channels/Senders/:sid", async (context) => {
    const account = requireActive(state, authenticate(state, context).account);
    const sender = find(account.sid, context.req.param("sid"));
    if (!context.req.header("content-type")?.includes("application/json")) {
      throw invalid("The body must be application/json");
    }
    updateSender(sender, await context.req.json().catch(() => null), state.timing.updateMs);
    return context.json(senderResource(sender), 202);
  });

  function find(accountSid: string, sid: string) {
    const sender = state.senders[sid];
    if (sender?.accountSid !== accountSid) throw notFound(`/Channels/Senders/${sid}`);
    return sender;
  }

  return routes;
}
