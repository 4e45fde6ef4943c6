import { z } from "zod";

// A figure may come in parts, such as paid and organic ones, which add up.
const Parts = z.record(z.string(), z.number());
const Figure = z.union([z.number(), Parts]);

const Breakdown = z.object({
  dimension_keys: z.array(z.string()),
  results: z.array(z.object({ dimension_values: z.array(z.string()), value: z.number() })).catch([]),
});

const Metric = z.object({
  name: z.string(),
  values: z
    .array(z.object({ value: Figure.optional().catch(undefined), end_time: z.string().optional() }))
    .optional()
    .catch(undefined),
  total_value: z
    .object({
      value: z.number().optional().catch(undefined),
      breakdowns: z.array(Breakdown).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type MetricAnswer = z.output<typeof Metric>;

/** An insights edge's answer; a metric of another shape is left out, like one without data. */
export const Insights = z
  .object({ data: z.array(z.unknown()) })
  .transform(({ data }) => data.flatMap((entry) => Metric.safeParse(entry).data ?? []));

/** One number for a figure, whether it came whole or in parts. */
export function wholeFigure(value: z.output<typeof Figure>): number | null {
  if (typeof value === "number") return value;
  const parts = Object.values(value);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
}

/** What a metric of a post says, by its name: of those that say nothing there is nothing, and never 0. */
export function lifetimeFigures(metrics: readonly MetricAnswer[]): Map<string, number> {
  const figures = new Map<string, number>();
  for (const { name, values, total_value: total } of metrics) {
    const value = values?.at(-1)?.value ?? total?.value;
    const figure = value === undefined ? null : wholeFigure(value);
    if (figure !== null) figures.set(name, figure);
  }
  return figures;
}
