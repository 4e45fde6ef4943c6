import { chance } from "../../content/chance.ts";
import type { ContentState } from "../../content/content-of.ts";
import { type Measured, sizeOf } from "../../content/followers.ts";
import { grown, luckOf } from "../../content/published.ts";
import type { Media } from "./media.ts";

/** How a post, reel or story has done so far. */
export function mediaCounts(state: ContentState, account: Measured, media: Media, now: number) {
  const isStory = media.product === "STORY";
  const size = sizeOf(state, account) * (isStory ? 0.2 : media.product === "REELS" ? 1.4 : 1);
  const luck = luckOf(state, media);
  const count = (name: string, share: number) => {
    const final = size * share * luck * (0.6 + 0.8 * chance(media.id, name));
    return grown(Math.round(final), media.at, now, isStory ? 0.25 : 1.7);
  };

  const views = count("views", 0.8);
  const likes = count("likes", 0.045);
  const comments = count("comments", 0.005);
  const saved = count("saved", 0.006);
  const shares = count("shares", 0.005);
  const replies = count("replies", 0.02);
  const watched = 2_500 + Math.round(7_000 * chance(media.id, "watched"));
  return {
    views,
    reach: Math.floor(views * (0.6 + 0.25 * chance(media.id, "reach"))),
    likes,
    comments,
    saved,
    shares,
    replies,
    total_interactions: isStory ? replies + shares : likes + comments + saved + shares,
    follows: count("follows", 0.0015),
    profile_visits: count("profile visits", 0.01),
    profile_activity: count("profile activity", 0.003),
    reposts: count("reposts", 0.001),
    navigation: count("navigation", 0.9),
    link_clicks: count("link clicks", 0.01),
    ig_reels_avg_watch_time: views > 0 ? watched : 0,
    ig_reels_video_view_total_time: views * watched,
    reels_skip_rate: Math.round(20 + 40 * chance(media.id, "skipped")),
  };
}

/** Whether the account hides how many people like this. */
export function hidesLikes({ id }: Media): boolean {
  return chance(id, "hides likes") < 0.07;
}
