import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { askMetrics } from "../meta/ask-metrics.ts";
import { localDate } from "../meta/calendar.ts";
import { graph } from "../meta/graph.ts";
import { Insights, type MetricAnswer, wholeFigure } from "../meta/insights.ts";
import { platformTime } from "../meta/platform-time.ts";
import type { TimeWindow } from "../meta/time-windows.ts";
import type { DayFigure, SyncStep } from "../synchronization.ts";
import { pageMetrics } from "./page-metrics.ts";
import { refusedMetric } from "./refused-metric.ts";

const dayMs = 24 * 60 * 60 * 1000;

export type FiguresRead = Pick<SyncStep, "figures" | "refused" | "notes">;

/** A Page's daily figures within a window (“Page insights”). Its days are those of California, whatever the time zone here. */
export async function readPageFigures(
  app: AppCredentials,
  { externalId, secrets }: Account,
  window: TimeWindow,
  { now, lately }: { now: Date; lately: readonly string[] },
): Promise<Answer<FiguresRead>> {
  const names = pageMetrics.map(({ name }) => name).filter((name) => !lately.includes(name));
  const path = `${encodeURIComponent(externalId)}/insights`;
  // Wider by a day at both ends: where a day begins is Facebook's to say, and every figure tells its own.
  const span = { since: seconds(window.from.getTime() - dayMs), until: seconds(window.to.getTime() + dayMs) };

  const asked = await askMetrics(names, async (some) => {
    const parameters = { metric: some.join(","), period: "day", ...span };
    const call = { path, token: secrets.pageToken ?? "", parameters };
    const answer = await graph(app, call, Insights);
    return answer.ok ? { ok: true, value: answer.value.body } : answer;
  });
  // Posts can be read without this permission.
  if (!asked.ok) return asked.error.kind === "permission_missing" ? untold(asked.error.sentence) : asked;

  const { found, refused } = asked.value;
  const figures = found.flatMap((metric) => dayFigures(metric, now));
  return {
    ok: true,
    value: {
      figures,
      refused: refused.map(refusedMetric),
      notes: isTooSmall(names, refused, figures) ? [tooSmall] : [],
    },
  };
}

const tooSmall =
  "Facebook tells no views and no reach of this Page. It keeps them to itself below 100 likes.";

/** Followers are told of every Page, the rest of larger ones only: as an empty answer, not as a refusal. */
function isTooSmall(
  asked: readonly string[],
  refused: readonly string[],
  figures: readonly DayFigure[],
): boolean {
  const kept = ["page_media_view", "page_total_media_view_unique", "page_post_engagements"];
  const answered = kept.filter((name) => asked.includes(name) && !refused.includes(name));
  return answered.length > 0 && !figures.some(({ sourceMetric }) => kept.includes(sourceMetric));
}

function untold(sentence: string): Answer<FiguresRead> {
  return { ok: true, value: { notes: [`Facebook does not tell the Page's figures: ${sentence}`] } };
}

/** `end_time` is the midnight after the day that was measured. A day that is not over is not told yet. */
function dayFigures({ name, values }: MetricAnswer, now: Date): DayFigure[] {
  const known = pageMetrics.find((metric) => metric.name === name);
  if (!known) return [];

  return (values ?? []).flatMap(({ value, end_time: endTime }): DayFigure[] => {
    const end = endTime === undefined ? null : platformTime(endTime);
    const whole = value === undefined ? null : wholeFigure(value);
    if (!end || end > now || whole === null) return [];

    const date = localDate(new Date(end.getTime() - dayMs / 2), "America/Los_Angeles");
    const figure = { date, metric: known.metric, value: whole, sourceMetric: name };
    return [typeof value === "object" ? { ...figure, breakdown: value } : figure];
  });
}

const seconds = (ms: number) => String(Math.floor(ms / 1000));
