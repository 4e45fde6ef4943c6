import type { MetricType, SyncStep } from "../synchronization.ts";

/** The figures of a day asked of an account, what each is here, and in people's words (“Instagram User Insights”). */
export const accountMetrics: readonly { name: string; metric: MetricType; words: string }[] = [
  { name: "views", metric: "views", words: "views" },
  { name: "reach", metric: "reach", words: "how many people were reached" },
  { name: "accounts_engaged", metric: "accounts_engaged", words: "how many people did something" },
  { name: "total_interactions", metric: "engagement", words: "interactions" },
  { name: "likes", metric: "likes", words: "likes" },
  { name: "comments", metric: "comments", words: "comments" },
  { name: "shares", metric: "shares", words: "shares" },
  { name: "saves", metric: "saves", words: "how often posts were saved" },
  { name: "profile_links_taps", metric: "clicks", words: "taps on the profile's links" },
];

/** Asked alone: a metric that cannot be broken down as one beside it is fails the whole call. */
export const followsMetric = { name: "follows_and_unfollows", words: "followers won and lost" };

/** A metric of the account that Instagram refused, in words. */
export function refusedAccountMetric(metric: string): NonNullable<SyncStep["refused"]>[number] {
  const known = [...accountMetrics, followsMetric].find(({ name }) => name === metric);
  return { metric, sentence: `Instagram does not tell ${known?.words ?? metric} (${metric}) at the moment.` };
}
