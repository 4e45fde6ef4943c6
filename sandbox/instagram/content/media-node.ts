import { chance } from "../../content/chance.ts";
import type { ContentState } from "../../content/content-of.ts";
import type { Measured } from "../../content/followers.ts";
import { wordsOf } from "../../content/published.ts";
import type { Call } from "../../facebook/call.ts";
import { type Field, selectFields } from "../../facebook/fields.ts";
import { graphTime } from "../../facebook/graph-time.ts";
import type { Media } from "./media.ts";
import { hidesLikes, mediaCounts } from "./media-counts.ts";
import { mediaInsights } from "./media-insights.ts";

export type Publisher = Measured & { username: string };
type View = {
  state: ContentState;
  call: Call;
  account: Publisher;
  now: number;
  fields: Field[];
  /** Whether figures may be asked for within the node. */
  withInsights: boolean;
};

/** A post, reel or story as Instagram tells it: what it does not tell is left out. */
export function mediaNode({ state, call, account, now, fields, withInsights }: View, media: Media) {
  const counts = mediaCounts(state, account, media, now);
  const shortcode = Buffer.from(media.id).toString("base64url").slice(-14);
  const isVideo = media.type === "VIDEO";
  const file = (name: string, kind = "svg") =>
    `${call.origin}/scontent.cdninstagram.com/media/${name}.${kind}`;
  const isStory = media.product === "STORY";
  // Of what somebody else has the rights to, the file is not handed out.
  const isWithheld = isVideo && chance(media.id, "withheld") < 0.06;
  const path = isStory ? `stories/${account.username}/${media.id}` : `${isVideo ? "reel" : "p"}/${shortcode}`;

  const node: Record<string, unknown> = {
    id: media.id,
    caption: isStory ? undefined : (wordsOf(state, media).text ?? undefined),
    media_type: media.type,
    media_product_type: media.product,
    media_url: isWithheld ? undefined : file(media.id, isVideo ? "mp4" : "svg"),
    thumbnail_url: isVideo ? file(media.id) : undefined,
    permalink: `https://www.instagram.com/${path}/`,
    shortcode,
    timestamp: graphTime(media.at),
    username: account.username,
    owner: { id: account.id },
    like_count: hidesLikes(media) ? undefined : counts.likes,
    comments_count: counts.comments,
    is_comment_enabled: true,
    alt_text: undefined,
    children: media.type === "CAROUSEL_ALBUM" ? { data: children() } : undefined,
  };
  if (withInsights && fields.some(({ name }) => name === "insights")) {
    const { metric = "" } = fields.find(({ name }) => name === "insights")?.modifiers ?? {};
    node.insights = mediaInsights(state, account, media, metric, now);
  }
  return selectFields("Media", node, fields, ["id"]);

  function children() {
    return [1, 2, 3].map((number) => ({
      id: `${media.id}${number}`,
      media_type: "IMAGE",
      media_url: file(`${media.id}${number}`),
    }));
  }
}
