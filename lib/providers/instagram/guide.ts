import type { Guide } from "../guide.ts";

/** From Meta's “Instagram API with Instagram Login”, “Business Login” and “App Review” pages. */
export const instagramGuide: Guide = {
  console: { name: "Meta for Developers", url: "https://developers.facebook.com/apps" },
  steps: [
    {
      title: "Add Instagram to the Meta app",
      text: "In the app's dashboard, add the product Instagram and choose API setup with Instagram login. It shows an Instagram app id and secret of its own.",
      settings: ["INSTAGRAM_APP_ID", "INSTAGRAM_APP_SECRET"],
    },
    {
      title: "Set up Business Login",
      text: "Under Set up Instagram business login, enter this as the OAuth redirect URI, exactly as it stands here.",
      addresses: [{ label: "OAuth redirect URI", path: "/api/oauth/instagram/callback" }],
    },
    {
      title: "Configure the webhook",
      text: "Under Configure webhooks, paste the callback URL and the verify token, and tick messages, messaging_postbacks, message_reactions, messaging_seen, message_edit, messaging_referral and comments.",
      addresses: [{ label: "Callback URL", path: "/api/webhooks/meta" }],
      settings: ["META_WEBHOOK_VERIFY_TOKEN"],
    },
    {
      title: "Name the callbacks Meta requires",
      text: "In the business login settings, enter where Instagram tells that a person removed the app or wants their data deleted.",
      addresses: [
        { label: "Deauthorize callback URL", path: "/api/meta/deauthorize" },
        { label: "Data deletion request URL", path: "/api/meta/data-deletion" },
      ],
    },
    {
      title: "Pass App Review and go live",
      text: "Until Advanced Access is given, only Instagram accounts invited as testers can connect, and messages of other people do not arrive. The tester accepts the invitation in Instagram's settings, under Apps and websites.",
    },
  ],
  review: [
    {
      permission: "instagram_business_basic",
      why: "The connected account is shown with its name, picture and posts.",
    },
    {
      permission: "instagram_business_manage_messages",
      why: "The owner reads and answers customers' messages to the account.",
    },
    {
      permission: "instagram_business_manage_comments",
      why: "The owner reads and answers comments on their posts.",
    },
    {
      permission: "instagram_business_manage_insights",
      why: "Reach and views of the owner's own account are charted for them.",
    },
  ],
};
