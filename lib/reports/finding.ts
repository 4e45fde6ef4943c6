import type { Figure } from "#lib/analytics/figure.ts";
import { metricWords } from "./metric-words.ts";
import { changeWords, number } from "./words.ts";

/** What a figure says, as a title: “Reach rose 12 % to 8,400”. Under half a percent is no change. */
export function finding({ metric, kind, total, change }: Figure): string {
  const name = metricWords[metric];
  const to = number(total);
  if (total === null) return `${name}: nothing known`;
  if (change === null) return kind === "level" ? `${name} stood at ${to}` : `${name} came to ${to}`;
  if (Math.abs(change) < 0.005) return `${name} stayed at ${to}`;
  return `${name} ${change > 0 ? "rose" : "fell"} ${changeWords(change).slice(1)} to ${to}`;
}
