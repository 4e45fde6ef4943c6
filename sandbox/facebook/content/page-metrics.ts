import { chance } from "../../content/chance.ts";
import type { ContentState } from "../../content/content-of.ts";
import { dayFigure } from "../../content/day-figure.ts";
import type { Day } from "../../content/days.ts";
import { followChange, followersOn, type Measured, sizeOf } from "../../content/followers.ts";

export type PageMetric = {
  /** Whether it can be asked by week and by four weeks too. */
  long: boolean;
  /** Told to Pages of fewer than 100 as well. */
  always?: true;
  /** A level stands at the end of the day; it is never revised. */
  level?: true;
  of: (state: ContentState, page: Measured, day: Day) => number;
};

/** The daily figures a Page has today. */
export const pageMetrics: Record<string, PageMetric> = {
  page_media_view: counted(0.9),
  page_total_media_view_unique: counted(0.5),
  page_post_engagements: counted(0.06),
  page_views_total: counted(0.035),
  page_video_views: counted(0.2),
  page_actions_post_reactions_like_total: counted(0.02),
  page_actions_post_reactions_love_total: counted(0.006),
  page_actions_post_reactions_wow_total: counted(0.002),
  page_actions_post_reactions_haha_total: counted(0.002),
  page_actions_post_reactions_sorry_total: counted(0.0005),
  page_actions_post_reactions_anger_total: counted(0.0003),
  page_follows: { long: false, always: true, level: true, of: followersOn },
  page_daily_follows: change("gained"),
  page_daily_follows_unique: change("gained"),
  page_daily_unfollows_unique: change("lost"),
};

/** On some days views are told in two parts. */
export function viewParts(pageId: string, day: Day, value: number) {
  if (chance(pageId, "parts", day) >= 0.15) return null;
  const paid = Math.floor(value * 0.2);
  return { paid, organic: value - paid };
}

function counted(share: number): PageMetric {
  // The share names the metric: no two have the same.
  return {
    long: true,
    of: (state, page, day) => dayFigure(state, page.id, `${share}`, day, sizeOf(state, page) * share),
  };
}

function change(kind: "gained" | "lost"): PageMetric {
  return { long: false, always: true, of: (state, page, day) => followChange(state, page, day)[kind] };
}
