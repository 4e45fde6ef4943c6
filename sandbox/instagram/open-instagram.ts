import { Hono } from "hono";
import { publicAccounts } from "../content/strangers.ts";
import { avatar } from "../html/avatar.ts";
import { picture } from "../html/picture.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StandIn } from "../stand-in.ts";
import { authorizeRoutes } from "./authorize-routes.ts";
import { instagramControl } from "./control-routes.ts";
import { instagramSection } from "./control-section.ts";
import { directChannel } from "./direct-channel.ts";
import { exchangeRoutes } from "./exchange-routes.ts";
import { instagramGraphRoutes } from "./graph-routes.ts";
import { instagramOf } from "./instagram-of.ts";
import { instagramWebhooks } from "./instagram-webhooks.ts";
import type { InstagramState } from "./types.ts";

/** Instagram's Business Login and API. Its webhooks travel with Facebook's. */
export function openInstagram(sandbox: Sandbox): StandIn {
  const state = instagramOf(sandbox);
  sandbox.delivery.describe("instagram", instagramWebhooks(sandbox, state));

  return {
    name: "instagram",
    hosts: {
      "www.instagram.com": authorizeRoutes(sandbox, state),
      "api.instagram.com": exchangeRoutes(sandbox, state),
      "graph.instagram.com": instagramGraphRoutes(sandbox, state),
      "scontent.cdninstagram.com": pictures(state),
    },
    control: instagramControl(sandbox, state),
    section: () => instagramSection(state),
    state: () => state,
    secrets: () => Object.keys(state.tokens),
    channels: [directChannel(sandbox, state)],
  };
}

function pictures({ accounts, threads }: InstagramState): Hono {
  const routes = new Hono();
  routes.get("/media/:file{\\d+\\.svg}", (context) =>
    context.body(picture(context.req.param("file")), 200, { "content-type": "image/svg+xml" }),
  );
  routes.get("/:file{\\d+\\.svg}", (context) => {
    const id = context.req.param("file").replace(".svg", "");
    const stranger = publicAccounts.find(({ userId }) => userId === id);
    const name = accounts[id]?.name ?? stranger?.name ?? threads[id]?.customerName ?? "?";
    return context.body(avatar(name), 200, { "content-type": "image/svg+xml" });
  });
  return routes;
}
