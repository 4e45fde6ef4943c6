import type { ContentState } from "../../content/content-of.ts";
import { isRefused } from "../../content/content-of.ts";
import { isMissing } from "../../content/day-figure.ts";
import { dateOf, dayAt, startOfDay } from "../../content/days.ts";
import { followersOn, isTiny, type Measured } from "../../content/followers.ts";
import { wordsOf } from "../../content/published.ts";
import { pacific } from "../../content/read-moment.ts";
import type { Range, Truth } from "../../content/truth.ts";
import { told } from "./page-insights.ts";
import { pageMetrics } from "./page-metrics.ts";
import { pagePosts, postCounts, postKind } from "./page-posts.ts";
import { postMetrics } from "./post-insights.ts";

/** Everything that Facebook would tell of a Page now. Its days are California's, whatever zone is asked for. */
export function pageTruth(state: ContentState, page: Measured, { from, to }: Range, now: number): Truth {
  const shown = (name: string) => !isRefused(state, page.id, name);
  const tiny = isTiny(state, page);
  const metrics = Object.entries(pageMetrics).filter(
    ([name, { always }]) => shown(name) && (always || !tiny),
  );
  const days = [];
  for (let day = from; day <= to && startOfDay(day + 1, pacific) <= now; day += 1) {
    const values = isMissing(page.id, day)
      ? []
      : metrics.map(([name]) => [name, sum(told(state, page, { name, day, length: 1, now }))] as const);
    days.push({ date: dateOf(day), isOver: true, metrics: Object.fromEntries(values) });
  }

  const posts = pagePosts(state, page, now)
    .filter(({ at }) => at >= startOfDay(from, pacific) && at < startOfDay(to + 1, pacific))
    .map((post) => {
      const counts = postCounts(state, page, post, now);
      const figures = Object.entries(postMetrics).filter(([name]) => shown(name) && !tiny);
      return {
        id: post.id,
        kind: postKind(post),
        text: wordsOf(state, post).text,
        publishedAt: new Date(post.at).toISOString(),
        metrics: {
          reactions: counts.totalReactions,
          comments: counts.comments,
          ...(counts.shares > 0 ? { shares: counts.shares } : {}),
          ...Object.fromEntries(figures.map(([name, of]) => [name, of(counts)])),
        },
      };
    });
  const followers = followersOn(state, page, dayAt(now, pacific) - 1);
  return { accountId: page.id, platform: "facebook", timeZone: pacific, followers, days, posts };
}

function sum(value: number | { paid: number; organic: number }): number {
  return typeof value === "number" ? value : value.paid + value.organic;
}
