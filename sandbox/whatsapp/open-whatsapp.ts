import type { Sandbox } from "../sandbox.ts";
import type { StandIn } from "../stand-in.ts";
import { whatsAppControl } from "./control-routes.ts";
import { whatsAppSection } from "./control-section.ts";
import { whatsAppChannel } from "./whatsapp-channel.ts";
import { whatsAppOf } from "./whatsapp-of.ts";
import { whatsAppWebhooks } from "./whatsapp-webhooks.ts";

/** WhatsApp's Cloud API. It has no host of its own: its calls come through graph.facebook.com. */
export function openWhatsApp(sandbox: Sandbox): StandIn {
  const state = whatsAppOf(sandbox);
  sandbox.delivery.describe("whatsapp_business_account", whatsAppWebhooks(sandbox, state));

  return {
    name: "whatsapp",
    hosts: {},
    control: whatsAppControl(state),
    section: () => whatsAppSection(state),
    state: () => state,
    secrets: () => Object.keys(state.tokens),
    channels: [whatsAppChannel(sandbox, state)],
  };
}
