import type { ContentState } from "../../content/content-of.ts";
import type { Measured } from "../../content/followers.ts";
import { type Published, wordsOf } from "../../content/published.ts";
import type { Call } from "../call.ts";
import { type Field, selectFields } from "../fields.ts";
import { graphTime } from "../graph-time.ts";
import { postCounts, postKind } from "./page-posts.ts";
import { postAttachments, statusTypes } from "./post-attachments.ts";
import { postInsights } from "./post-insights.ts";

type Author = Measured & { name: string };
type View = {
  state: ContentState;
  call: Call;
  page: Author;
  now: number;
  fields: Field[];
  /** What strangers see of a post has no insights. */
  isPublic?: boolean;
};

/** A post as Graph tells it: what it has none of is left out. */
export function postNode({ state, call, page, now, fields, isPublic }: View, post: Published) {
  const { text, changedAt } = wordsOf(state, post);
  const counts = postCounts(state, page, post, now);
  const kind = postKind(post);
  const attachments = postAttachments(call, post, kind);
  const number = post.id.split("_")[1];
  const modifiers = (name: string) => fields.find((field) => field.name === name)?.modifiers ?? {};
  const summary = (name: string, total: number) => ({
    data: [],
    ...("summary" in modifiers(name)
      ? {
          summary: {
            total_count: total,
            ...(name === "comments" ? { order: "ranked", can_comment: true } : {}),
          },
        }
      : {}),
  });

  const node: Record<string, unknown> = {
    id: post.id,
    message: text ?? undefined,
    story: text === null ? `${page.name} added a new ${kind}.` : undefined,
    created_time: graphTime(post.at),
    updated_time: graphTime(changedAt),
    permalink_url: `https://www.facebook.com/${page.id}/posts/${number}`,
    full_picture: attachments?.data[0]?.media?.image.src,
    picture: attachments?.data[0]?.media?.image.src,
    status_type: statusTypes[kind],
    is_published: true,
    is_hidden: false,
    is_expired: false,
    from: { name: page.name, id: page.id },
    attachments,
    shares: counts.shares > 0 ? { count: counts.shares } : undefined,
    reactions: summary("reactions", counts.totalReactions),
    likes: summary("likes", counts.reactions.like),
    comments: summary("comments", counts.comments),
  };
  if (!isPublic && fields.some(({ name }) => name === "insights")) {
    const { metric = "", period } = modifiers("insights");
    node.insights = postInsights(state, page, post, { metric, period, now });
  }
  return selectFields("Post", node, fields, ["created_time", "message", "story", "id"]);
}
