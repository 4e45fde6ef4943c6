import { type ContentState, isRefused } from "../../content/content-of.ts";
import { isMissing, toldFigure } from "../../content/day-figure.ts";
import { type Day, dayAt, dayMs, startOfDay } from "../../content/days.ts";
import { isTiny, type Measured } from "../../content/followers.ts";
import { pacific, readMoment } from "../../content/read-moment.ts";
import type { Call } from "../call.ts";
import { GraphError } from "../graph-error.ts";
import { graphTime } from "../graph-time.ts";
import { readList } from "../read-list.ts";
import { pageMetrics, viewParts } from "./page-metrics.ts";
import { notAMetric } from "./post-insights.ts";

const lengths: Record<string, number> = { day: 1, week: 7, days_28: 28 };
const keptMs = 730 * dayMs;

/** GET /{page}/insights: each value is told at the end of its day in California. One metric it does not know fails it all. */
export function pageInsights(state: ContentState, call: Call, page: Measured, named: string, now: number) {
  const { params } = call;
  const names = readList(named || params.metric);
  if (names.length === 0) throw new GraphError(100, "(#100) The parameter metric is required.");
  if (names.some((name) => !pageMetrics[name] || isRefused(state, page.id, name))) throw notAMetric();

  const period = params.period ?? "day";
  const length = lengths[period];
  const until = readMoment(params.until) ?? now;
  const since = readMoment(params.since) ?? until - 2 * dayMs;
  if (!length && !["month", "lifetime", "total_over_range"].includes(period)) {
    throw new GraphError(
      100,
      "(#100) Param period must be one of {day, week, days_28, month, lifetime, total_over_range}",
    );
  }
  if (Math.round((until - since) / dayMs) > 90) {
    throw new GraphError(100, "(#100) There cannot be more than 90 days (7776000 s) between since and until");
  }

  const days = length ? daysEndingIn(Math.max(since, now - keptMs), Math.min(until, now)) : [];
  const data = names.flatMap((name) => {
    const metric = pageMetrics[name];
    if (!metric || (isTiny(state, page) && !metric.always) || (length !== 1 && !metric.long)) return [];
    const values = days
      .filter((day) => !isMissing(page.id, day))
      .map((day) => ({
        value: told(state, page, { name, day, length: length ?? 1, now }),
        end_time: graphTime(startOfDay(day + 1, pacific)),
      }));
    if (values.length === 0) return [];
    const words = name.replaceAll("_", " ");
    const id = `${page.id}/insights/${name}/${period}`;
    return [{ name, period, values, title: `Daily ${words}`, description: `Daily: ${words}`, id }];
  });
  return { data, paging: paging(call, page.id, since, until) };
}

type One = { name: string; day: Day; length: number; now: number };

/** A day's figure as it is told now, or the sum over as many days as the period has. */
export function told(state: ContentState, page: Measured, { name, day, length, now }: One) {
  const metric = pageMetrics[name];
  let sum = 0;
  for (let one = day - length + 1; metric && one <= day; one += 1) {
    const final = metric.of(state, page, one);
    if (metric.level) return final;
    if (!isMissing(page.id, one)) sum += toldFigure(final, startOfDay(one + 1, pacific), now);
  }
  return (name === "page_media_view" && length === 1 && viewParts(page.id, day, sum)) || sum;
}

/** The days whose end lies after `since`, and not after `until`. */
function daysEndingIn(since: number, until: number): Day[] {
  const days: Day[] = [];
  for (let day = dayAt(since, pacific); startOfDay(day + 1, pacific) <= until; day += 1) days.push(day);
  return days;
}

/** Moves the window, before and after, without an end. */
function paging(call: Call, pageId: string, since: number, until: number) {
  const link = (from: number, to: number) => {
    const query = new URLSearchParams(call.params);
    query.set("since", String(Math.floor(from / 1000)));
    query.set("until", String(Math.floor(to / 1000)));
    return `${call.graphUrl}/${pageId}/insights?${query}`;
  };
  const length = until - since;
  return { previous: link(since - length, since), next: link(until, until + length) };
}
