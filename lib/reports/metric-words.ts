import type { MetricType } from "#lib/providers/synchronization.ts";

/** What each figure is called in a report. */
export const metricWords: Record<MetricType, string> = {
  followers: "Followers",
  reach: "Reach",
  views: "Views",
  engagement: "Interactions",
  impressions: "Impressions",
  profile_views: "Profile visits",
  accounts_engaged: "Accounts that interacted",
  follows: "New followers",
  unfollows: "Followers lost",
  likes: "Likes",
  comments: "Comments",
  shares: "Shares",
  saves: "Saves",
  clicks: "Clicks",
  conversions: "Conversions",
};
