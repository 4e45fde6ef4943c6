import { describe, expect, test } from "vitest";
import type { HealthVerdict } from "#lib/providers/connect-contract.ts";
import { faultVerdict } from "#lib/providers/fault-verdict.ts";
import { healthReport } from "#lib/providers/health-report.ts";

const line = (verdict: HealthVerdict) => ({
  id: verdict,
  verdict,
  title: verdict,
  reason: `It is ${verdict}.`,
});
const summed = (...verdicts: HealthVerdict[]) => healthReport(verdicts.map(line), null, null);

describe("a checklist is as good as its worst line", () => {
  test("all good is healthy and needs no reason", () => {
    expect(summed("good", "good")).toMatchObject({ status: "healthy", reason: null });
  });

  test("a warning needs attention, for the warning's reason", () => {
    expect(summed("good", "warn")).toMatchObject({ status: "needs_attention", reason: "It is warn." });
  });

  test("one bad line is broken, whatever else could not be found out", () => {
    expect(summed("warn", "unknown", "bad")).toMatchObject({ status: "broken", reason: "It is bad." });
  });

  test("a line that could not be checked leaves the status open", () => {
    expect(summed("good", "unknown", "warn").status).toBe("unknown");
  });
});

test("only the end of a grant breaks a connection; throttling and outages say nothing about it", () => {
  expect((["reauthorize", "wrong_token", "gone"] as const).map(faultVerdict)).toEqual(["bad", "bad", "bad"]);
  expect((["permission_missing", "account_restricted"] as const).map(faultVerdict)).toEqual(["warn", "warn"]);
  expect(
    (
      [
        "misconfigured",
        "rate_limited",
        "temporary",
        "window_closed",
        "recipient_unreachable",
        "other_app_controls",
        "rejected",
      ] as const
    ).map(faultVerdict),
  ).toEqual(Array(7).fill("unknown"));
});
