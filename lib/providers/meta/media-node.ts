import { z } from "zod";
import { platformTime } from "./platform-time.ts";

const text = z.string().nullish().catch(null);
const count = z.int().nonnegative().nullish().catch(null);

/** The fields asked of a post or a story (“IG User Media”). */
export const mediaFields =
  "id,caption,media_type,media_product_type,media_url,permalink,thumbnail_url,timestamp,like_count,comments_count";

/** A post, a reel or a story as the lists tell it. `like_count` is missing where likes are hidden. */
export const MediaNode = z
  .object({
    id: z.string().min(1),
    timestamp: z.string().transform(platformTime).pipe(z.date()),
    caption: text,
    media_type: text,
    media_product_type: text,
    media_url: text,
    thumbnail_url: text,
    permalink: text,
    like_count: count,
    comments_count: count,
  })
  .transform((node) => ({ ...node, publishedAt: node.timestamp }));
export type MediaNode = z.output<typeof MediaNode>;

export type MediaKind = "feed" | "reels" | "story" | "ad";

/** Which figures it has. */
export function mediaKind({ media_product_type: product }: MediaNode): MediaKind {
  const kinds: Record<string, MediaKind> = { REELS: "reels", STORY: "story", AD: "ad" };
  return kinds[product?.toUpperCase() ?? ""] ?? "feed";
}
