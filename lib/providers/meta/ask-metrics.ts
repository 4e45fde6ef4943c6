import type { Answer } from "../connect-contract.ts";
import { isMetricRefusal } from "./metric-refusal.ts";

export type Asked<Value> = { found: Value[]; refused: string[] };

/**
 * Asks for metrics together. Meta refuses a whole call for one metric it does not know (any more) and does not say which
 * one it was, so a refused call is asked again in halves until the culprits stand alone.
 */
export async function askMetrics<Value>(
  metrics: readonly string[],
  ask: (metrics: readonly string[]) => Promise<Answer<Value[]>>,
): Promise<Answer<Asked<Value>>> {
  if (metrics.length === 0) return { ok: true, value: { found: [], refused: [] } };

  const answer = await ask(metrics);
  if (answer.ok) return { ok: true, value: { found: answer.value, refused: [] } };
  if (!isMetricRefusal(answer.error)) return answer;
  if (metrics.length === 1) return { ok: true, value: { found: [], refused: [...metrics] } };

  const middle = Math.ceil(metrics.length / 2);
  const first = await askMetrics(metrics.slice(0, middle), ask);
  if (!first.ok) return first;
  const second = await askMetrics(metrics.slice(middle), ask);
  if (!second.ok) return second;
  return {
    ok: true,
    value: {
      found: [...first.value.found, ...second.value.found],
      refused: [...first.value.refused, ...second.value.refused],
    },
  };
}
