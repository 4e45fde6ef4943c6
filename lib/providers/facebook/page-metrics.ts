import type { MetricType } from "../synchronization.ts";

/**
 * The daily metrics asked of a Page (“Page insights”), what each is here, and in people's words. What Meta has retired since
 * is refused by name and left out by itself.
 */
export const pageMetrics: readonly { name: string; metric: MetricType; words: string }[] = [
  { name: "page_media_view", metric: "views", words: "views" },
  { name: "page_total_media_view_unique", metric: "reach", words: "how many people were reached" },
  { name: "page_post_engagements", metric: "engagement", words: "what people did with posts" },
  { name: "page_follows", metric: "followers", words: "followers" },
  { name: "page_daily_follows_unique", metric: "follows", words: "new followers" },
  { name: "page_daily_unfollows_unique", metric: "unfollows", words: "lost followers" },
  { name: "page_views_total", metric: "profile_views", words: "visits to the Page" },
  { name: "page_actions_post_reactions_like_total", metric: "likes", words: "likes" },
];

/** What is asked of each post, in people's words. */
export const postMetrics: Readonly<Record<string, string>> = {
  post_media_view: "views of posts",
  post_total_media_view_unique: "how many people a post reached",
  post_clicks: "clicks on posts",
};
