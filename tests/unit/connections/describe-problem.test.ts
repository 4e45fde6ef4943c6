import { describe, expect, test } from "vitest";
import { connectProblems } from "#lib/connections/connect-problems.ts";
import { describeProblem } from "#lib/connections/describe-problem.ts";
import { landingAddress } from "#lib/connections/landing-address.ts";

/** What the page says that a landing leads to. */
function told(landing: Parameters<typeof landingAddress>[1]) {
  const address = new URL(landingAddress("facebook", landing), "https://ours.example");
  expect(address.pathname).toBe("/connect-problem");
  return describeProblem(Object.fromEntries(address.searchParams));
}

describe("an answer that belongs to no attempt", () => {
  test("ends on words of its own, whatever was wrong with it", () => {
    expect(told({ kind: "nowhere", problem: "other-browser" })).toEqual(connectProblems["other-browser"]);
    expect(told({ kind: "nowhere", problem: "cancelled" })).toEqual(connectProblems.cancelled);
    expect(told({ kind: "nowhere", problem: "too-many" })).toEqual(connectProblems["too-many"]);
  });

  test("says why Meta refused, and what to do", () => {
    expect(told({ kind: "nowhere", problem: "refused", reason: "1349126" }).text).toMatch(
      /development mode.*Nothing was changed/,
    );
  });

  test.each([
    [{}],
    [{ problem: "constructor" }],
    [{ problem: ["refused", "cancelled"] }],
    [{ problem: "made-up", provider: "facebook", reason: "1349126" }],
  ])("with %j in the address is one we do not know", (query) => {
    expect(describeProblem(query)).toEqual(connectProblems["unknown-attempt"]);
  });

  test.each([
    [{ provider: "facebook", reason: "constructor" }],
    [{ provider: "made-up", reason: "1349126" }],
    [{ provider: ["facebook"], reason: ["1349126"] }],
    [{}],
  ])("with %j beside a refusal says no more than that nothing was changed", (query) => {
    expect(describeProblem({ problem: "refused", ...query })).toEqual(connectProblems.refused);
  });
});
