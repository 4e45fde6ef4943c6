import type { Guide } from "../guide.ts";

/** From Meta's “Facebook Login for Business”, “Messenger Platform webhooks” and “App Review” pages. */
export const facebookGuide: Guide = {
  console: { name: "Meta for Developers", url: "https://developers.facebook.com/apps" },
  steps: [
    {
      title: "Create the app",
      text: "Create an app of type Business and link it to your business portfolio, which Meta must have verified.",
      settings: ["META_APP_ID", "META_APP_SECRET"],
    },
    {
      title: "Add Facebook Login for Business",
      text: "Under Settings, switch on strict mode and enter this as the only valid OAuth redirect URI.",
      addresses: [{ label: "Valid OAuth redirect URI", path: "/api/oauth/facebook/callback" }],
    },
    {
      title: "Add Messenger and its webhook",
      text: "Under Webhooks, choose the object Page, paste the callback URL and the verify token, and tick messages, messaging_postbacks, message_deliveries, message_reads, message_reactions, message_echoes and feed.",
      addresses: [{ label: "Callback URL", path: "/api/webhooks/meta" }],
      settings: ["META_WEBHOOK_VERIFY_TOKEN"],
    },
    {
      title: "Name the callbacks Meta requires",
      text: "In the app's settings, enter where Meta tells that a person removed the app or wants their data deleted.",
      addresses: [
        { label: "Deauthorize callback URL", path: "/api/meta/deauthorize" },
        { label: "Data deletion request URL", path: "/api/meta/data-deletion" },
      ],
    },
    {
      title: "Pass App Review and go live",
      text: "Until Advanced Access is given, only people with a role in the app can connect their Pages, and webhooks of other customers' messages do not arrive.",
    },
  ],
  review: [
    {
      permission: "pages_show_list",
      why: "The owner picks which of their Pages to connect from the list this gives.",
    },
    {
      permission: "pages_manage_metadata",
      why: "Needed to subscribe the chosen Page to webhooks, so that messages arrive.",
    },
    {
      permission: "pages_messaging",
      why: "The owner reads and answers customers' messages to the Page.",
    },
    {
      permission: "pages_read_engagement",
      why: "Posts and follower counts are shown in the owner's analytics.",
    },
    {
      permission: "pages_read_user_content",
      why: "Visitors' comments and posts are shown to the owner, who answers them.",
    },
    { permission: "read_insights", why: "Reach and views of the owner's own Page are charted for them." },
    {
      permission: "instagram_basic",
      why: "Competitors on Instagram are looked up in the name of the account linked to the Page.",
    },
    {
      permission: "instagram_manage_insights",
      why: "Instagram asks for it before it tells public figures of other businesses (Business Discovery).",
    },
    {
      permission: "Page Public Content Access",
      why: "Public figures and posts of other businesses' Pages are shown beside the owner's own.",
    },
    {
      permission: "business_management",
      why: "Pages that belong to a business portfolio are found only with it.",
    },
  ],
};
