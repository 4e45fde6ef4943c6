import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { setClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { controlRoutes } from "./control/routes.ts";
import { customerRoutes } from "./customer/routes.ts";
import { openDelivery } from "./delivery/open-delivery.ts";
import { noFaults, takeHold } from "./faults.ts";
import { homeRoutes } from "./html/home-routes.ts";
import type { Sandbox } from "./sandbox.ts";
import { standIns } from "./stand-ins.ts";
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

  setClock(store.state.advancedMs ?? 0);
  const open = standIns.map((openStandIn) => openStandIn(sandbox));

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    // Platforms hand out tokens on GET too. Only looking at our own pages changes nothing.
    const host = /^\/([^/]+\.[^/]+)/.exec(context.req.path)?.[1];
    if (context.req.method !== "GET" || host) store.save();
    const held = host ? takeHold(sandbox.faults, { host, path: context.req.path }) : 0;
    if (held > 0) await setTimeout(held, undefined, { ref: false });
  });
  for (const { hosts } of open) {
    for (const [host, routes] of Object.entries(hosts)) app.route(`/${host}`, routes);
  }
  app.route("/customer", customerRoutes(open));
  app.route("/control", controlRoutes(sandbox, open));
  app.route("/", homeRoutes(sandbox));

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  for (const { resume } of open) resume?.();

  return {
    ...sandbox,
    url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
    async close() {
      for (const standIn of open) standIn.close?.();
      store.flush();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
