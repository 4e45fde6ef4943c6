import type { Guide, PastedAddress } from "../guide.ts";
import { askForRetries, inboundPath, statusPath } from "./webhook-address.ts";

const foundAt =
  "Twilio Console, Messaging, Try it out, Send a WhatsApp message, Sandbox settings; for the sandbox number only";

/** For the sandbox number alone: senders of an account's own are set through Twilio's interface. */
export const twilioPastedAddresses: readonly PastedAddress[] = [
  { label: "When a message comes in (POST)", path: `${inboundPath}${askForRetries}`, foundAt },
  { label: "Status callback URL (POST)", path: `${statusPath}${askForRetries}`, foundAt },
];

/** From Twilio's “WhatsApp self sign-up”, “Senders API” and “Webhooks connection overrides” pages. */
export const twilioGuide: Guide = {
  console: { name: "Twilio Console", url: "https://console.twilio.com" },
  steps: [
    {
      title: "Upgrade the Twilio account",
      text: "A trial account cannot register a WhatsApp number of its own; it can use the shared sandbox number. Upgrading takes a payment method under Billing.",
    },
    {
      title: "Register the WhatsApp number",
      text: "Under Messaging, Senders, WhatsApp senders, register the number with your Meta business portfolio, and accept Twilio's request in Meta Business Manager. Wait until the sender says Online.",
    },
    {
      title: "Connect it here",
      text: "Enter the Account SID, the primary Auth Token and the number. Where Twilio sends its events is set for you and put back when you disconnect. API keys (SK…) cannot be used, since Twilio signs its webhooks with the Auth Token.",
    },
    {
      title: "Or try the sandbox number first",
      text: "Enter +14155238886 as the number, then paste both addresses under Messaging, Try it out, Send a WhatsApp message, Sandbox settings, each with method POST. Keep what follows the #: it asks Twilio to try again when it cannot reach us. Join from your phone with the words shown there.",
      addresses: twilioPastedAddresses.map(({ label, path }) => ({ label, path })),
    },
    {
      title: "When you change the Auth Token",
      text: "Promote the new token in the Console, then reconnect here with it at once: from the promotion on, Twilio signs with the new one, and what we cannot verify we refuse. The token before keeps verifying until the new one is in use, and what was missed is fetched from Twilio.",
    },
  ],
  review: [],
};
