import { chance } from "../../content/chance.ts";
import type { ContentState } from "../../content/content-of.ts";
import { dayFigure, isMissing, toldFigure } from "../../content/day-figure.ts";
import { type Day, dayMs } from "../../content/days.ts";
import { followChange, type Measured, sizeOf } from "../../content/followers.ts";
import { countedUntil } from "../../content/published.ts";

type Of = (state: ContentState, account: Measured, day: Day) => number;
export type AccountMetric = {
  breakdowns: Record<string, readonly string[]>;
  /** Also told day by day. */
  timeSeries?: true;
  /** People, who are counted once however often they come. */
  unique?: true;
  of: Of;
};

const products = { media_product_type: ["POST", "REEL", "STORY"] } as const;
const followType = { follow_type: ["FOLLOWER", "NON_FOLLOWER"] } as const;
const interactions = { likes: 0.05, comments: 0.006, shares: 0.005, saves: 0.006 };

/** The figures an account has over any time. */
export const accountMetrics: Record<string, AccountMetric> = {
  // The views' breakdown by follower is called differently from everyone else's.
  views: { breakdowns: { ...products, follower_type: followType.follow_type }, of: counted("views", 1.6) },
  reach: {
    breakdowns: { ...products, ...followType },
    timeSeries: true,
    unique: true,
    of: counted("reach", 0.6),
  },
  accounts_engaged: { breakdowns: {}, unique: true, of: counted("engaged", 0.06) },
  replies: { breakdowns: {}, of: counted("replies", 0.003) },
  reposts: { breakdowns: {}, of: counted("reposts", 0.0012) },
  total_interactions: { breakdowns: products, of: total },
  likes: { breakdowns: products, of: counted("likes", interactions.likes) },
  comments: { breakdowns: products, of: counted("comments", interactions.comments) },
  shares: { breakdowns: products, of: counted("shares", interactions.shares) },
  saves: { breakdowns: products, of: counted("saves", interactions.saves) },
  profile_links_taps: {
    breakdowns: { contact_button_type: ["CALL", "DIRECTION", "EMAIL"] },
    of: counted("taps", 0.004),
  },
};

export const followMetric = "follows_and_unfollows";
export const gained: AccountMetric = { breakdowns: {}, of: (...args) => followChange(...args).gained };
export const lost: AccountMetric = { breakdowns: {}, of: (...args) => followChange(...args).lost };

/** What is told now of the time between two moments: kept for 90 days, and counted up to the last full six hours. */
export function figureBetween(
  state: ContentState,
  account: Measured,
  { of, unique }: AccountMetric,
  window: { since: number; until: number },
  now: number,
): number {
  const since = Math.max(window.since, Math.floor(now / dayMs - 90) * dayMs);
  const until = Math.min(window.until, countedUntil(now));
  let sum = 0;
  for (let day = Math.floor(since / dayMs); day * dayMs < until; day += 1) {
    if (isMissing(account.id, day)) continue;
    const figure = toldFigure(of(state, account, day), (day + 1) * dayMs, now);
    const upTo = (ms: number) => Math.floor(figure * passed((ms - day * dayMs) / dayMs));
    sum += upTo(until) - upTo(since);
  }
  const days = Math.round((until - since) / dayMs);
  return unique && days > 1 ? Math.floor(sum * days ** -0.35) : sum;
}

/** Splits a figure into the parts of a breakdown; together they are the figure. */
export function partsOf(accountId: string, names: readonly string[], value: number): [string, number][] {
  let rest = value;
  return names.map((name, index) => {
    const share = index === names.length - 1 ? 1 : 0.3 + 0.4 * chance(accountId, name);
    const part = Math.floor(rest * share);
    rest -= part;
    return [name, part];
  });
}

function counted(name: string, share: number): Of {
  return (state, account, day) => dayFigure(state, account.id, name, day, sizeOf(state, account) * share);
}

function total(state: ContentState, account: Measured, day: Day): number {
  return Object.entries(interactions).reduce(
    (sum, [name, share]) => sum + counted(name, share)(state, account, day),
    0,
  );
}

/** How much of a day's figure has come in when this part of the day has passed: most of it around noon. */
function passed(part: number): number {
  const within = Math.min(1, Math.max(0, part));
  return within - (0.8 * Math.sin(2 * Math.PI * within)) / (2 * Math.PI);
}
