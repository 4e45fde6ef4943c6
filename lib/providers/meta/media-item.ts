import type { ContentItem } from "../synchronization.ts";
import { type MediaKind, type MediaNode, mediaKind } from "./media-node.ts";
import { told } from "./told.ts";
import { webAddresses } from "./web-addresses.ts";

/**
 * A post, a reel or a story as it is kept. Where Instagram tells no total of what people did, `interactions` is the sum of
 * what it tells of likes, comments, shares and saves, and is not there when it tells neither likes nor comments.
 */
export function mediaItem(media: MediaNode, figures: ReadonlyMap<string, number>): ContentItem {
  const likes = media.like_count ?? figures.get("likes");
  const comments = media.comments_count ?? figures.get("comments");
  const shares = figures.get("shares");
  const saves = figures.get("saved");
  const sum =
    likes === undefined || comments === undefined ? null : likes + comments + (shares ?? 0) + (saves ?? 0);

  return {
    externalId: media.id,
    type: typeOf(media),
    text: media.caption || null,
    mediaUrls: webAddresses([media.thumbnail_url, media.media_url]),
    permalink: webAddresses([media.permalink])[0] ?? null,
    publishedAt: media.publishedAt,
    engagement: told({
      likes,
      comments,
      shares,
      saves,
      interactions: figures.get("total_interactions") ?? sum,
      replies: figures.get("replies"),
      clicks: figures.get("link_clicks"),
    }),
    reach: told({ views: figures.get("views"), reach: figures.get("reach") }),
  };
}

function typeOf(media: MediaNode): ContentItem["type"] {
  const types: Record<MediaKind, ContentItem["type"]> = {
    feed: "post",
    reels: "reel",
    story: "story",
    ad: "ad",
  };
  const type = types[mediaKind(media)];
  return type === "post" && media.media_type === "VIDEO" ? "video" : type;
}
