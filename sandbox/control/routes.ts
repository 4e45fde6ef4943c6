import { Hono } from "hono";
import { contentRoutes } from "../content/control/content-routes.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StandIn } from "../stand-in.ts";
import { clockRoutes } from "./clock-routes.ts";
import { controlPage } from "./control-page.ts";
import { customerEventRoutes } from "./customer-event-routes.ts";
import { deliveryRoutes } from "./delivery-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { tokenRoutes } from "./token-routes.ts";

/**
 * The hand behind the scenes: `/control` for people, everything else for tests and the demo seed. Bodies are JSON or
 * forms; answers are JSON, or a redirect to `/control` for a browser's form. The README lists the requests.
 */
export function controlRoutes(sandbox: Sandbox, standIns: StandIn[]): Hono {
  const { config, facebook } = sandbox;
  const routes = new Hono();

  routes.get("/", (context) => context.html(controlPage(sandbox, standIns, context.req.query("said") ?? "")));
  routes.get("/state", (context) => {
    const others = standIns.flatMap(({ name, state }) => (state ? [[name, state()] as const] : []));
    const secrets = standIns.flatMap((standIn) => standIn.secrets?.() ?? []);
    return context.json({ appId: config.meta.appId, ...facebook, ...Object.fromEntries(others), secrets });
  });
  routes.route("/", clockRoutes(sandbox));
  routes.route("/", faultRoutes(sandbox));
  routes.route("/", customerEventRoutes(standIns));
  routes.route("/", peopleRoutes(sandbox));
  routes.route("/", tokenRoutes(sandbox));
  routes.route("/", deliveryRoutes(sandbox));
  routes.route("/content", contentRoutes(sandbox));
  for (const { name, control } of standIns) if (control) routes.route(`/${name}`, control);

  return routes;
}
