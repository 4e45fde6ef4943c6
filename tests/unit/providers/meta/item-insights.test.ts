import { expect, test } from "vitest";
import type { Answer, FaultKind } from "#lib/providers/connect-contract.ts";
import type { MetricAnswer } from "#lib/providers/meta/insights.ts";
import { itemInsights } from "#lib/providers/meta/item-insights.ts";

const no = (kind: FaultKind, code: string): Answer<MetricAnswer[]> => ({
  ok: false,
  error: { kind, code, sentence: kind, nextStep: "", traceId: null, retryAfterSeconds: null },
});
const metrics = ["views", "reach"];
const items = ["a", "b", "c", "d"];
const told = (some: readonly string[]): Answer<MetricAnswer[]> => ({
  ok: true,
  value: some.map((name) => ({ name, values: [{ value: 1 }] })),
});

async function ask(
  answers: Record<string, Answer<MetricAnswer[]>>,
  more: { isDeniedSingly?: true; items?: string[] } = {},
) {
  const asked: string[] = [];
  const outcome = await itemInsights({
    items,
    metricsOf: () => metrics,
    ask: async (item, some) => {
      asked.push(item);
      return answers[item] ?? told(some);
    },
    ...more,
  });
  return { asked, outcome };
}

test("a platform's problem with one item leaves it without figures, and is counted", async () => {
  const { outcome } = await ask({ b: no("temporary", "2") });
  expect(outcome).toMatchObject({ ok: true, value: { failed: 1, denied: null } });
  expect(outcome.ok && [...outcome.value.told.keys()]).toEqual(["a", "c", "d"]);
});

test("a problem with all of them is the platform's, and is not taken for empty figures", async () => {
  const { outcome } = await ask(Object.fromEntries(items.map((item) => [item, no("temporary", "2")])));
  expect(outcome).toMatchObject({ ok: false, error: { kind: "temporary" } });
});

test("one that never works does not stop those before and after it for good", async () => {
  const { outcome } = await ask({ a: no("temporary", "1") }, { items: ["a"] });
  expect(outcome).toMatchObject({ ok: true, value: { failed: 1, told: new Map() } });
});

test("a limit ends it", async () => {
  expect((await ask({ c: no("rate_limited", "4") })).outcome).toMatchObject({ ok: false });
});

test("an item that all metrics are refused of says nothing of the metrics", async () => {
  const { outcome } = await ask({ a: no("rejected", "100") });
  expect(outcome).toMatchObject({ ok: true, value: { refused: new Map() } });
  expect(outcome.ok && [...outcome.value.told.keys()]).toEqual(["a", "b", "c", "d"]);
});

test("what must not be told of one must not be told of any, unless it is said of one alone", async () => {
  const denied = { a: no("permission_missing", "10") };
  expect((await ask(denied)).asked).toEqual(["a"]);
  expect((await ask(denied, { isDeniedSingly: true })).asked).toEqual(items);
});
