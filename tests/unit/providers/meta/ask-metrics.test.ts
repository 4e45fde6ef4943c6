import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProviderFault } from "#lib/providers/connect-contract.ts";
import { askMetrics } from "#lib/providers/meta/ask-metrics.ts";

const fault = (kind: ProviderFault["kind"], code: string): { ok: false; error: ProviderFault } => ({
  ok: false,
  error: { kind, code, sentence: "No.", nextStep: "", traceId: null, retryAfterSeconds: null },
});
const all = ["a", "b", "c", "d", "e", "f", "g", "h"];

test("whichever metrics are refused, exactly those are, and the others are told in their order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(all), async (bad) => {
      const answer = await askMetrics(all, async (some) =>
        some.some((metric) => bad.includes(metric))
          ? fault("rejected", "100")
          : { ok: true, value: [...some] },
      );
      expect(answer).toEqual({
        ok: true,
        value: { found: all.filter((metric) => !bad.includes(metric)), refused: bad },
      });
    }),
    { numRuns: 40 },
  );
});

test("any other no is no verdict on a metric", async () => {
  expect(await askMetrics(all, async () => fault("rate_limited", "4"))).toEqual(fault("rate_limited", "4"));
  expect(await askMetrics([], async () => fault("rate_limited", "4"))).toEqual({
    ok: true,
    value: { found: [], refused: [] },
  });
});
