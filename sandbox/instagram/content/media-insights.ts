import { type ContentState, isRefused } from "../../content/content-of.ts";
import type { Measured } from "../../content/followers.ts";
import { GraphError } from "../../facebook/graph-error.ts";
import { readList } from "../../facebook/read-list.ts";
import type { Media, Product } from "./media.ts";
import { mediaCounts } from "./media-counts.ts";

type Metric = keyof ReturnType<typeof mediaCounts>;
const shared = ["views", "reach", "shares", "total_interactions", "reposts"] as const;
const visits = ["follows", "profile_visits", "profile_activity"] as const;

/** What each kind of media is measured by. */
export const mediaMetrics: Record<Product, readonly Metric[]> = {
  FEED: [...shared, "likes", "comments", "saved", ...visits],
  REELS: [
    ...shared,
    "likes",
    "comments",
    "saved",
    "ig_reels_avg_watch_time",
    "ig_reels_video_view_total_time",
    "reels_skip_rate",
  ],
  STORY: [...shared, "replies", ...visits, "navigation", "link_clicks"],
};

/** Told of media that were shared to Facebook; none here was. */
const ofFacebook = ["crossposted_views", "facebook_views"];
const known = [...new Set(Object.values(mediaMetrics).flat()), ...ofFacebook];

/** GET /{media}/insights, or the field of the same name. One metric that the media does not have fails it all. */
export function mediaInsights(
  state: ContentState,
  account: Measured,
  media: Media,
  metric: string,
  now: number,
) {
  const names = readList(metric);
  if (names.length === 0) throw new GraphError(100, "(#100) The parameter metric is required");
  const unknown = names.findIndex(
    (name) => !known.some((one) => one === name) || isRefused(state, account.id, name),
  );
  if (unknown >= 0) {
    throw new GraphError(
      100,
      `(#100) metric[${unknown}] must be one of the following values: ${known.join(", ")}`,
    );
  }
  const metrics = mediaMetrics[media.product].filter((name) => names.includes(name));
  const missing = names.find((name) => !metrics.some((one) => one === name));
  if (missing) {
    const message = `(#100) The Media Insights API does not support the ${missing} metric for this media product type.`;
    throw new GraphError(100, message);
  }

  const counts = mediaCounts(state, account, media, now);
  if (media.product === "STORY" && counts.reach < 5) {
    throw new GraphError(10, "(#10) Not enough viewers for the media to show insights");
  }
  const data = metrics.map((name) => ({
    name,
    period: "lifetime",
    values: [{ value: counts[name] }],
    title: name.replaceAll("_", " "),
    description: `The number of ${name.replaceAll("_", " ")} of this media.`,
    id: `${media.id}/insights/${name}/lifetime`,
  }));
  return { data };
}
