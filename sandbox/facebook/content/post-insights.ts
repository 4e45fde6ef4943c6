import { type ContentState, isRefused } from "../../content/content-of.ts";
import { isTiny, type Measured } from "../../content/followers.ts";
import type { Published } from "../../content/published.ts";
import { GraphError } from "../graph-error.ts";
import { readList } from "../read-list.ts";
import { postCounts } from "./page-posts.ts";

type Counts = ReturnType<typeof postCounts>;
type Value = number | Record<string, number>;

/** The figures a post has, each with how it is made. Others are refused, the retired ones in the same words. */
export const postMetrics: Record<string, (counts: Counts) => Value> = {
  post_media_view: ({ views }) => views,
  post_total_media_view_unique: ({ viewers }) => viewers,
  post_reactions_by_type_total: ({ reactions }) => withoutZeros(reactions),
  post_reactions_like_total: ({ reactions }) => reactions.like,
  post_reactions_love_total: ({ reactions }) => reactions.love,
  post_clicks: ({ clicks }) => Object.values(clicks).reduce((sum, value) => sum + value, 0),
  post_clicks_by_type: ({ clicks: { other, ...rest } }) => withoutZeros({ ...rest, "other clicks": other }),
};

type Asked = { metric: string; period?: string | undefined; now: number };

/** GET /{post}/insights, or the field of the same name. One unknown metric fails it all. */
export function postInsights(
  state: ContentState,
  page: Measured,
  post: Published,
  { metric, period, now }: Asked,
) {
  const names = readList(metric);
  if (names.length === 0) throw new GraphError(100, "(#100) The parameter metric is required.");
  if (names.some((name) => !postMetrics[name] || isRefused(state, page.id, name))) throw notAMetric();
  if ((period && period !== "lifetime") || isTiny(state, page)) return { data: [] };

  const counts = postCounts(state, page, post, now);
  const data = names.map((name) => ({
    name,
    period: "lifetime",
    values: [{ value: postMetrics[name]?.(counts) ?? 0 }],
    title: `Lifetime ${name.replaceAll("_", " ")}`,
    description: `Lifetime: ${name.replaceAll("_", " ")} (total count)`,
    id: `${post.id}/insights/${name}/lifetime`,
  }));
  return { data };
}

/** What Graph says of a metric it does not know, and of one it no longer tells. */
export function notAMetric(): GraphError {
  return new GraphError(100, "(#100) The value must be a valid insights metric");
}

function withoutZeros(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value > 0));
}
