import { providers } from "#lib/providers/registry.ts";
import type { MetricType } from "#lib/providers/synchronization.ts";

/** The kinds of account that tell a figure, as people call them. */
export function tellersOf(metric: MetricType): string[] {
  return providers
    .filter(({ sync }) => sync?.tells?.includes(metric))
    .map(({ accountNoun }) => accountNoun.many);
}
