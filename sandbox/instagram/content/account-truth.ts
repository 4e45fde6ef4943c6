import { type ContentState, isRefused } from "../../content/content-of.ts";
import { dateOf, dayAt, startOfDay } from "../../content/days.ts";
import { followersOn, isTiny } from "../../content/followers.ts";
import { wordsOf } from "../../content/published.ts";
import type { Range, Truth } from "../../content/truth.ts";
import { accountMetrics, figureBetween, followMetric, gained, lost } from "./account-metrics.ts";
import { mediaOf, storiesOf } from "./media.ts";
import { hidesLikes, mediaCounts } from "./media-counts.ts";
import { mediaMetrics } from "./media-insights.ts";
import type { Publisher } from "./media-node.ts";

/** Everything that Instagram would tell of an account now; its days are those of the zone that is asked for. */
export function accountTruth(state: ContentState, account: Publisher, range: Range, now: number): Truth {
  const { from, to, timeZone } = range;
  const shown = (name: string) => !isRefused(state, account.id, name);
  const ofFollows = [
    [`${followMetric}:FOLLOWER`, gained],
    [`${followMetric}:NON_FOLLOWER`, lost],
  ] as const;
  const metrics = [
    ...Object.entries(accountMetrics).filter(([name]) => shown(name)),
    ...(shown(followMetric) && !isTiny(state, account) ? ofFollows : []),
  ];

  const days = [];
  for (let day = from; day <= to && startOfDay(day, timeZone) < now; day += 1) {
    const window = { since: startOfDay(day, timeZone), until: startOfDay(day + 1, timeZone) };
    const values = metrics
      .map(([name, metric]) => [name, figureBetween(state, account, metric, window, now)] as const)
      .filter(([, value]) => value > 0);
    days.push({ date: dateOf(day), isOver: window.until <= now, metrics: Object.fromEntries(values) });
  }

  const posts = [...storiesOf(state, account, now), ...mediaOf(state, account, now)]
    .filter(({ at }) => at >= startOfDay(from, timeZone) && at < startOfDay(to + 1, timeZone))
    .map((media) => {
      const counts = mediaCounts(state, account, media, now);
      const isTold = media.product !== "STORY" || counts.reach >= 5;
      const figures = mediaMetrics[media.product].filter((name) => isTold && shown(name));
      return {
        id: media.id,
        kind: media.product,
        text: media.product === "STORY" ? null : wordsOf(state, media).text,
        publishedAt: new Date(media.at).toISOString(),
        metrics: {
          ...(hidesLikes(media) ? {} : { like_count: counts.likes }),
          comments_count: counts.comments,
          ...Object.fromEntries(figures.map((name) => [name, counts[name]])),
        },
      };
    });
  const followers = followersOn(state, account, dayAt(now, "UTC"));
  return { accountId: account.id, platform: "instagram", timeZone, followers, days, posts };
}
