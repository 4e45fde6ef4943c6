import type { ContentMetric, ContentSort, ContentType } from "#lib/social/content-filter.ts";

/** What people call each kind of post. */
export const typeWords: Record<ContentType, string> = {
  post: "Post",
  reel: "Reel",
  video: "Video",
  story: "Story",
  ad: "Ad",
};

/** What people call each count of a post. */
export const metricWords: Record<ContentMetric, string> = {
  interactions: "Interactions",
  likes: "Likes",
  comments: "Comments",
  shares: "Shares",
  saves: "Saves",
  reach: "Reach",
  views: "Views",
};

/** Each order of the list by its end that comes first as a rule. */
export const sortWords: Record<ContentSort, string> = {
  published: "Newest",
  interactions: "Most interactions",
  likes: "Most likes",
  comments: "Most comments",
  shares: "Most shares",
  saves: "Most saves",
  reach: "Widest reach",
  views: "Most views",
};
