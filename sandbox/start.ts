import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import type { Config } from "./config.ts";
import { controlRoutes } from "./control/routes.ts";
import { customerRoutes } from "./customer/routes.ts";
import { openDelivery } from "./delivery/open-delivery.ts";
import { dialogRoutes } from "./facebook/dialog-routes.ts";
import { noFaults } from "./facebook/faults.ts";
import { graphRoutes } from "./facebook/graph-routes.ts";
import { homeRoutes } from "./html/home-routes.ts";
import type { Sandbox } from "./sandbox.ts";
import { openStore } from "./state/store.ts";

export type RunningSandbox = Sandbox & { url: string; close: () => Promise<void> };

/** Starts listening, and takes up deliveries that an earlier run left unfinished. */
export async function startSandbox(
  config: Config,
  say: (line: string) => void = () => {},
): Promise<RunningSandbox> {
  const store = openStore(config.stateFile, say);
  const delivery = openDelivery(config, store);
  const sandbox: Sandbox = { config, store, facebook: store.state.facebook, delivery, faults: noFaults() };

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (context.req.method !== "GET" || context.req.path.startsWith("/graph.facebook.com/")) store.save();
  });
  app.route("/www.facebook.com", dialogRoutes(sandbox));
  app.route("/graph.facebook.com", graphRoutes(sandbox));
  app.route("/customer", customerRoutes(sandbox));
  app.route("/control", controlRoutes(sandbox));
  app.route("/", homeRoutes(sandbox));

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  delivery.resume();

  return {
    ...sandbox,
    url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
    async close() {
      delivery.close();
      store.flush();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
