import { told } from "../meta/told.ts";
import { webAddresses } from "../meta/web-addresses.ts";
import type { ContentItem } from "../synchronization.ts";
import type { PostNode } from "./post-node.ts";

/**
 * A post as it is kept. Facebook tells no total of what people did, so `interactions` is the sum of reactions, comments and
 * shares; a post without shares is told without the number, and has none.
 */
export function postItem(post: PostNode, figures: ReadonlyMap<string, number>): ContentItem {
  const parts = post.attachments?.data ?? [];
  const likes = post.reactions ?? null;
  const comments = post.comments ?? null;
  const shares = post.shares?.count ?? 0;

  return {
    externalId: post.id,
    type: parts.some(({ media_type: type }) => type?.startsWith("video")) ? "video" : "post",
    text: post.message || post.story || null,
    mediaUrls: webAddresses([
      post.full_picture,
      ...parts.flatMap(({ media, subattachments }) => [
        media?.image?.src,
        ...(subattachments?.data ?? []).map((part) => part.media?.image?.src),
      ]),
    ]),
    permalink: webAddresses([post.permalink_url])[0] ?? null,
    publishedAt: post.publishedAt,
    engagement: told({
      likes,
      comments,
      shares,
      interactions: likes === null || comments === null ? null : likes + comments + shares,
      clicks: figures.get("post_clicks"),
    }),
    reach: told({
      views: figures.get("post_media_view"),
      reach: figures.get("post_total_media_view_unique"),
    }),
  };
}
