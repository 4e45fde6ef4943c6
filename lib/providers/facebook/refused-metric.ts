import type { SyncStep } from "../synchronization.ts";
import { pageMetrics, postMetrics } from "./page-metrics.ts";

const words = new Map([
  ...pageMetrics.map(({ name, words }) => [name, words] as const),
  ...Object.entries(postMetrics),
]);

/** A metric Facebook refused, in words. */
export function refusedMetric(metric: string): NonNullable<SyncStep["refused"]>[number] {
  const what = words.get(metric);
  return {
    metric,
    sentence: `Facebook does not tell ${what ? `${what} (${metric})` : metric} of this Page at the moment.`,
  };
}
