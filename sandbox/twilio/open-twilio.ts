import type { Sandbox } from "../sandbox.ts";
import type { StandIn } from "../stand-in.ts";
import { accountControl } from "./account-control.ts";
import { accountRoutes } from "./account-routes.ts";
import { deliveryControl } from "./delivery-control.ts";
import { freshTwilio } from "./fresh-twilio.ts";
import { hostRoutes } from "./host-routes.ts";
import { mediaCdnRoutes, mediaRoutes } from "./media-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { numberRoutes } from "./number-routes.ts";
import { openWebhooks } from "./open-webhooks.ts";
import { senderControl } from "./sender-control.ts";
import { senderRoutes } from "./sender-routes.ts";
import { tokenRoutes } from "./token-routes.ts";
import type { Twilio } from "./twilio.ts";
import { twilioSection } from "./twilio-section.ts";
import { whatsappChannel } from "./whatsapp-channel.ts";

/** Twilio's account, messages, senders and token APIs, and the webhooks it sends. */
export function openTwilio(sandbox: Sandbox): StandIn {
  const state = sandbox.store.part("twilio", freshTwilio);
  const webhooks = openWebhooks(state, sandbox.store);
  const twilio: Twilio = { sandbox, state, webhooks, losses: [] };
  return {
    name: "twilio",
    hosts: {
      "api.twilio.com": hostRoutes(twilio, "api.twilio.com", [
        accountRoutes(twilio),
        messageRoutes(twilio),
        numberRoutes(twilio),
        mediaRoutes(twilio),
      ]),
      "messaging.twilio.com": hostRoutes(twilio, "messaging.twilio.com", [senderRoutes(twilio)]),
      "accounts.twilio.com": hostRoutes(twilio, "accounts.twilio.com", [tokenRoutes(twilio)]),
      "media.twiliocdn.com": mediaCdnRoutes(),
    },
    control: accountControl(twilio).route("/", senderControl(twilio)).route("/", deliveryControl(twilio)),
    section: () => twilioSection(state),
    state: () => state,
    secrets: () => [
      ...Object.values(state.accounts).flatMap(({ authToken, secondaryToken }) =>
        secondaryToken ? [authToken, secondaryToken] : [authToken],
      ),
      ...Object.values(state.apiKeys).map(({ secret }) => secret),
    ],
    channels: [whatsappChannel(twilio)],
    resume: webhooks.resume,
    close: webhooks.close,
  };
}
