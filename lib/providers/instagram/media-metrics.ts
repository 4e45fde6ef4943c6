import type { MediaKind } from "../meta/media-node.ts";
import type { SyncStep } from "../synchronization.ts";

const shown = ["views", "reach", "likes", "comments", "saved", "shares", "total_interactions"];

/** What is asked of each kind of media (“Instagram Media insights”). Those that throw for some posts are left out. */
export const mediaMetrics: Readonly<Record<MediaKind, readonly string[]>> = {
  feed: shown,
  reels: shown,
  ad: shown,
  story: ["views", "reach", "replies", "shares", "total_interactions", "link_clicks"],
};

const words: Record<string, string> = {
  views: "views",
  reach: "how many were reached",
  likes: "likes",
  comments: "comments",
  saved: "how often they were saved",
  shares: "shares",
  total_interactions: "interactions",
  replies: "replies",
  link_clicks: "clicks on links",
};
const things: Record<MediaKind, string> = { feed: "posts", reels: "reels", ad: "ads", story: "stories" };

/** The name a refusal is remembered by: accounts and each kind of media have metrics of the same names. */
export const mediaMetric = (kind: MediaKind, metric: string) => `${kind}/${metric}`;

/** A metric of media that Instagram refused, in words. */
export function refusedMediaMetric(
  kind: MediaKind,
  metric: string,
): NonNullable<SyncStep["refused"]>[number] {
  const sentence = `Of ${things[kind]}, Instagram does not tell ${words[metric] ?? metric} (${metric}) at the moment.`;
  return { metric: mediaMetric(kind, metric), sentence };
}
