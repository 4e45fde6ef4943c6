/** Without it there is nothing to connect, so nobody can untick it. */
export const basicScope = "instagram_business_basic";

/** Without it there are no figures. */
export const insightsScope = "instagram_business_manage_insights";

/** What each scope means, in the words of the consent page. Others are refused. */
export const scopes: Record<string, string> = {
  [basicScope]: "View your profile and posts",
  instagram_business_manage_messages: "Access and manage your messages",
  instagram_business_manage_comments: "Access and manage your comments",
  instagram_business_content_publish: "Publish posts for you",
  [insightsScope]: "View your insights",
};
