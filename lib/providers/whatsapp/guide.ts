import type { Guide } from "../guide.ts";

/** From Meta's “WhatsApp Cloud API: Get started”, “Webhooks” and “App Review” pages. */
export const whatsappGuide: Guide = {
  console: { name: "Meta for Developers", url: "https://developers.facebook.com/apps" },
  steps: [
    {
      title: "Add WhatsApp to the Meta app",
      text: "In the dashboard of an app of type Business, add the product WhatsApp and link it to your business portfolio, which Meta must have verified.",
      settings: ["META_APP_ID", "META_APP_SECRET"],
    },
    {
      title: "Configure the webhook",
      text: "Under WhatsApp, Configuration, paste the callback URL and the verify token, and tick messages, account_update, account_alerts, phone_number_quality_update, phone_number_name_update and message_template_status_update.",
      addresses: [{ label: "Callback URL", path: "/api/webhooks/meta" }],
      settings: ["META_WEBHOOK_VERIFY_TOKEN"],
    },
    {
      title: "Add the number",
      text: "Under WhatsApp, API Setup, add the phone number and register it. The page shows its phone number ID and the WhatsApp Business Account ID, which are typed when connecting.",
    },
    {
      title: "Make a system user and its token",
      text: "In the business settings, under System users, give a system user the app and the WhatsApp account with full control. Generate a token for this app that never expires, with both WhatsApp permissions.",
    },
    {
      title: "Pass App Review and go live",
      text: "Your own numbers work at once. Numbers of other businesses need Advanced Access for both permissions, and while the app is in development no real message is delivered.",
    },
  ],
  review: [
    {
      permission: "whatsapp_business_management",
      why: "The state of the connected number is shown, and its webhook is subscribed.",
    },
    {
      permission: "whatsapp_business_messaging",
      why: "The owner reads and answers customers' messages to the number.",
    },
  ],
};
