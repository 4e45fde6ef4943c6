import { lifetimeFigures, type MetricAnswer } from "../meta/insights.ts";
import type { DayFigure, MetricType } from "../synchronization.ts";
import { accountMetrics, followsMetric } from "./account-metrics.ts";

/** What was told of one day. Instagram leaves out what would be 0, so what is not there is a gap and not 0. */
export function dayFigures(date: string, told: readonly MetricAnswer[]): DayFigure[] {
  const figures = lifetimeFigures(told);
  const plain = accountMetrics.flatMap(({ name, metric }): DayFigure[] => {
    const value = figures.get(name);
    return value === undefined ? [] : [{ date, metric, value, sourceMetric: name }];
  });
  return [
    ...plain,
    ...told.filter(({ name }) => name === followsMetric.name).flatMap((metric) => follows(date, metric)),
  ];
}

/** Who came and who went are told as one metric: those who follow now, and those who do not any more. */
const movements: Readonly<Record<string, MetricType>> = { FOLLOWER: "follows", NON_FOLLOWER: "unfollows" };

function follows(date: string, { name, total_value: total }: MetricAnswer): DayFigure[] {
  const results = total?.breakdowns?.flatMap((breakdown) => breakdown.results) ?? [];
  return results.flatMap(({ dimension_values: values, value }): DayFigure[] => {
    const metric = movements[values.at(-1) ?? ""];
    const sourceMetric = `${name}:${values.at(-1)}`;
    return metric ? [{ date, metric, value, sourceMetric }] : [];
  });
}
