import { type Context, Hono } from "hono";
import type { Sandbox } from "../sandbox.ts";
import { act } from "./act.ts";
import { CustomerAction } from "./customer-action.ts";
import { customerPage } from "./customer-page.ts";
import { deliveryLog } from "./delivery-log.ts";

const defaultCustomer = "Ana Silva";

/** The page on which a person plays a customer. */
export function customerRoutes(sandbox: Sandbox): Hono {
  const { facebook, store, delivery } = sandbox;
  const routes = new Hono();

  routes.get("/", (context) => {
    const asked = context.req.query("page") ?? Object.keys(facebook.subscriptions)[0] ?? "";
    const page = facebook.pages[asked] ?? Object.values(facebook.pages)[0];
    if (!page) return context.text("There are no Pages in this sandbox.", 500);

    const customer = context.req.query("customer")?.trim() || defaultCustomer;
    return context.html(customerPage(sandbox, { page, customer }));
  });

  routes.get("/log", (context) =>
    context.html(deliveryLog(store.state.deliveries, context.req.query("page") ?? "")),
  );

  routes.post("/", async (context) => {
    const action = CustomerAction.safeParse(await form(context));
    if (!action.success || !act(sandbox, action.data)) return context.text("That cannot be sent.", 400);
    return back(context, action.data.pageId, action.data.customer);
  });

  routes.post("/again", async (context) => {
    const { pageId = "", customer = defaultCustomer } = await form(context);
    const last = store.state.deliveries.findLast(({ pageIds, body }) => body && pageIds.includes(pageId));
    if (last) delivery.repeat(last);
    return back(context, pageId, customer);
  });

  return routes;
}

async function form(context: Context): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await context.req.text()));
}

function back(context: Context, pageId: string, customer: string) {
  return context.redirect(`/customer?${new URLSearchParams({ page: pageId, customer })}`, 303);
}
