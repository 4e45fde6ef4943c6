import type { Figure } from "#lib/analytics/figure.ts";
import type { AnalyticsAccount } from "#lib/analytics/list-accounts.ts";
import { metricWords } from "./metric-words.ts";

/** What the reader has to know of these figures: what could not be read, what a platform refuses, where days are missing. */
export function reportNotes(
  accounts: readonly AnalyticsAccount[],
  figures: Figure[],
  days: number,
): string[] {
  return [...new Set([...accounts.flatMap(ofAccount), ...figures.flatMap((figure) => gaps(figure, days))])];
}

function ofAccount({ displayName, tells, isConnected, lastSyncedAt, lastRun }: AnalyticsAccount): string[] {
  const said: string[] = [];
  if (!isConnected) said.push(`${displayName} is no longer connected: nothing newer is read from it.`);
  else if (tells.length > 0 && lastSyncedAt === null && !lastRun) {
    said.push(`${displayName}: nothing has been read from it yet.`);
  }
  if (lastRun?.isFirst && lastRun.status === "running") {
    said.push(`${displayName} was still being read for the first time when this report was made.`);
  }
  if (lastRun?.status === "failed") {
    said.push(
      `${displayName} could not be read completely: ${lastRun.error ?? "the platform gave no reason"}`,
    );
  }
  return [...said, ...(lastRun?.notes ?? []).map((note) => `${displayName}: ${note}`)];
}

function gaps({ metric, days: values }: Figure, days: number): string[] {
  const missing = values.filter((value) => value === null).length;
  if (missing === 0 || days === 0) return [];
  const told = days - missing;
  return [`${metricWords[metric]}: known for ${told} of ${days} days.`];
}
