import { type Context, Hono } from "hono";
import { accountFor, authenticate, requireActive } from "./authenticate.ts";
import { filterMessages } from "./filter-messages.ts";
import { list2010 } from "./list-2010.ts";
import { messageResource } from "./message-resource.ts";
import { notFound } from "./refusals.ts";
import { sendMessage } from "./send-message.ts";
import type { Twilio } from "./twilio.ts";

const base = "/2010-04-01/Accounts/:sid";

/** …/Messages.json: what was said, newest first, and the way to say something. */
export function messageRoutes(twilio: Twilio): Hono {
  const { state } = twilio;
  const routes = new Hono();

  routes.get(`${base}/Messages.json`, (context) => {
    const account = accountOf(context);
    const query = new URL(context.req.url).searchParams;
    const mine = state.messages.filter(({ accountSid }) => accountSid === account.sid).toReversed();
    const path = `/2010-04-01/Accounts/${account.sid}/Messages.json`;
    return context.json(list2010(path, "messages", filterMessages(mine, query).map(messageResource), query));
  });

  routes.post(`${base}/Messages.json`, async (context) => {
    const account = accountOf(context);
    const form = new URLSearchParams(await context.req.text());
    return context.json(messageResource(await sendMessage(twilio, account, form)), 201);
  });

  routes.get(`${base}/Messages/:file{[^/]+\\.json}`, (context) => {
    const account = accountOf(context);
    const sid = context.req.param("file").replace(".json", "");
    const message = state.messages.find((one) => one.sid === sid && one.accountSid === account.sid);
    if (!message) throw notFound(`/2010-04-01/Accounts/${account.sid}/Messages/${sid}.json`);
    return context.json(messageResource(message));
  });

  function accountOf(context: Context) {
    const caller = authenticate(state, context);
    return requireActive(state, accountFor(state, caller, context.req.param("sid") ?? ""));
  }

  return routes;
}
