import { html } from "hono/html";
import { personSection } from "../control/person-section.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StandIn } from "../stand-in.ts";
import { dialogRoutes } from "./dialog-routes.ts";
import { graphRoutes } from "./graph-routes.ts";
import { messengerChannel } from "./messenger-channel.ts";
import { pageWebhooks } from "./page-webhooks.ts";

/** Facebook Login and the Graph API. Its control routes are the oldest, and stand at the top of `/control`. */
export function openFacebook(sandbox: Sandbox): StandIn {
  const { facebook, delivery } = sandbox;
  delivery.describe("page", pageWebhooks(sandbox));

  return {
    name: "facebook",
    hosts: { "www.facebook.com": dialogRoutes(sandbox), "graph.facebook.com": graphRoutes(sandbox) },
    section: () =>
      html`${Object.values(facebook.people)
        .filter(({ id }) => facebook.grants[id])
        .map((person) => personSection(facebook, person))}`,
    secrets: () => Object.keys(facebook.tokens),
    channels: [messengerChannel(sandbox)],
    resume: delivery.resume,
    close: delivery.close,
  };
}
