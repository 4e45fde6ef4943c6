import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { daysBetween, daysLater, localDate, startOfDay } from "../meta/calendar.ts";
import { Insights } from "../meta/insights.ts";
import { itemInsights } from "../meta/item-insights.ts";
import type { TimeWindow } from "../meta/time-windows.ts";
import type { SyncRequest, SyncStep } from "../synchronization.ts";
import { accountMetrics, followsMetric, refusedAccountMetric } from "./account-metrics.ts";
import { callInstagram } from "./call-instagram.ts";
import { dayFigures } from "./day-figures.ts";
import { openSecrets } from "./secrets.ts";

export type FiguresRead = Pick<SyncStep, "figures" | "refused" | "notes">;

const troubled = "Instagram had a problem with the figures of some days; they are asked for again.";
const keptMs = 90 * 24 * 60 * 60 * 1000;

/**
 * An account's figures for each whole day of the organization's within a window (“Instagram User Insights”). A day is asked
 * for from its midnight to the next, so one on which clocks change has the hours it has.
 */
export async function readAccountFigures(
  app: AppCredentials,
  { externalId, secrets }: Account,
  window: TimeWindow,
  { now, timeZone, refused: lately }: SyncRequest,
): Promise<Answer<FiguresRead>> {
  const token = openSecrets(secrets).accessToken;
  const path = `${encodeURIComponent(externalId)}/insights`;
  const days = wholeDays(window, timeZone, now);
  const wanted = (names: readonly string[]) => names.filter((name) => !lately.includes(name));

  const ask = (metrics: readonly string[], more: Record<string, string>) =>
    itemInsights({
      items: days,
      metricsOf: () => metrics,
      ask: async (day, some) => {
        const span = { since: seconds(day, timeZone), until: seconds(daysLater(day, 1), timeZone) };
        const parameters = {
          metric: some.join(","),
          period: "day",
          metric_type: "total_value",
          ...span,
          ...more,
        };
        const answer = await callInstagram(app, { path, token, parameters }, Insights);
        return answer.ok ? { ok: true, value: answer.value.body } : answer;
      },
    });

  const metrics = wanted(accountMetrics.map(({ name }) => name));
  const plain = await ask(metrics, {});
  if (!plain.ok) return plain;
  const followMetrics = wanted([followsMetric.name]);
  const follows = await ask(followMetrics, { breakdown: "follow_type" });
  if (!follows.ok && follows.error.kind !== "temporary") return follows;

  const refused = [
    ...(plain.value.refused.get(metrics) ?? []),
    ...((follows.ok && follows.value.refused.get(followMetrics)) || []),
  ];
  const figures = days.flatMap((day) =>
    dayFigures(day, [
      ...(plain.value.told.get(day) ?? []),
      ...((follows.ok && follows.value.told.get(day)) || []),
    ]),
  );
  const { denied, failed } = plain.value;
  const notes: string[] = [];
  if (denied) notes.push(`Instagram does not tell the account's figures: ${denied.sentence}`);
  if (failed > 0 || !follows.ok || follows.value.failed > 0) notes.push(troubled);
  return { ok: true, value: { figures, refused: refused.map(refusedAccountMetric), notes } };
}

/** The days that began within the window, are over, and are not older than what Instagram keeps. */
function wholeDays({ from, to }: TimeWindow, timeZone: string, now: Date): string[] {
  const oldest = Math.max(from.getTime(), now.getTime() - keptMs);
  return daysBetween(localDate(from, timeZone), localDate(to, timeZone)).filter((day) => {
    const begin = startOfDay(day, timeZone).getTime();
    return begin >= oldest && begin < to.getTime() && startOfDay(daysLater(day, 1), timeZone) <= now;
  });
}

const seconds = (day: string, timeZone: string) => String(startOfDay(day, timeZone).getTime() / 1000);
