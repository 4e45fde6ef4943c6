import type { Sandbox } from "../sandbox.ts";
import type { StandIn } from "../stand-in.ts";
import { appControl } from "./app-control.ts";
import { authorizeRoutes } from "./authorize-routes.ts";
import { freshZoom } from "./fresh-zoom.ts";
import { hostRoutes } from "./host-routes.ts";
import { openWebhooks } from "./open-webhooks.ts";
import { restRoutes } from "./rest-routes.ts";
import { tokenRoutes } from "./token-routes.ts";
import { noMischief } from "./turns.ts";
import { userControl } from "./user-control.ts";
import type { Zoom } from "./zoom.ts";
import { zoomChannel } from "./zoom-channel.ts";
import { zoomSection } from "./zoom-section.ts";

/** Zoom's consent page, token endpoint and REST API, and the webhooks it sends. */
export function openZoom(sandbox: Sandbox): StandIn {
  const state = sandbox.store.part("zoom", freshZoom);
  const webhooks = openWebhooks(sandbox, state);
  const zoom: Zoom = { sandbox, state, webhooks, mischief: noMischief() };

  return {
    name: "zoom",
    hosts: {
      "zoom.us": hostRoutes(zoom, "zoom.us", [authorizeRoutes(zoom), tokenRoutes(zoom)]),
      "api.zoom.us": hostRoutes(zoom, "api.zoom.us", [restRoutes(zoom)]),
    },
    control: userControl(zoom).route("/", appControl(zoom)),
    section: () => zoomSection(state, sandbox.config.zoom.webhookUrl),
    state: () => state,
    secrets: () => [
      ...Object.values(state.pairs).flatMap(({ access, refresh }) => [access, refresh]),
      ...Object.keys(state.codes),
    ],
    channels: [zoomChannel(zoom)],
    resume: webhooks.resume,
    close: webhooks.close,
  };
}
