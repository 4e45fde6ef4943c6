import type { MetricType } from "#lib/providers/synchronization.ts";

/**
 * What a figure is: a `level` stands at a value, and the latest counts; `people` are different people within a day, so that
 * adding days or accounts counts some more than once; a `sum` is added.
 */
export type FigureKind = "level" | "people" | "sum";

/** Each metric in the order it is told, and its kind. */
export const figureKinds: Record<MetricType, FigureKind> = {
  followers: "level",
  reach: "people",
  views: "sum",
  engagement: "sum",
  impressions: "sum",
  profile_views: "sum",
  accounts_engaged: "people",
  follows: "sum",
  unfollows: "sum",
  likes: "sum",
  comments: "sum",
  shares: "sum",
  saves: "sum",
  clicks: "sum",
  conversions: "sum",
};
