import { expect, test } from "vitest";
import type { AttemptOutcome } from "#lib/connections/attempt-outcome.ts";
import { attemptTexts } from "#lib/connections/attempt-texts.ts";
import type { AttemptStage } from "#lib/connections/describe-attempt.ts";

const provider = {
  id: "facebook",
  name: "Facebook",
  accountNoun: { one: "Facebook Page", many: "Facebook Pages" },
};
const told = (
  stage: AttemptStage,
  outcome: AttemptOutcome | null = null,
  reconnect: { connectionId: string; name: string } | null = null,
) => attemptTexts({ id: "1", provider, reconnect, stage, outcome, canChoose: false });
const account = (state: "connected" | "needs_attention" | "kept" | "failed") => ({
  externalId: state,
  displayName: state,
  state,
  sentence: "",
  connectionId: null,
});

test.each(["waiting", "expired", "interrupted", "lapsed"] as const)(
  "an attempt that is %s changed nothing, and says so",
  (stage) => {
    expect(told(stage).text).toMatch(/Nothing was changed/);
    expect(told(stage, null, { connectionId: "2", name: "Harbour Bakery" }).text).toMatch(
      /Harbour Bakery is as it was/,
    );
  },
);

test("a refusal is told in its own words", () => {
  const outcome = {
    kind: "refused" as const,
    sentence: "Facebook did not allow it.",
    nextStep: "Nothing was changed.",
  };
  expect(told("ended", outcome)).toEqual({
    title: "Facebook was not connected",
    text: "Facebook did not allow it. Nothing was changed.",
  });
});

test("a result counts what is connected", () => {
  const result = (...states: Parameters<typeof account>[0][]) =>
    told("ended", { kind: "finished", accounts: states.map(account) });

  expect(result("connected").title).toBe("Your Facebook Page is connected");
  expect(result("connected", "connected")).toMatchObject({
    title: "2 Facebook Pages are connected",
    text: expect.stringMatching(/from now on/),
  });
  expect(result("connected", "needs_attention").text).toMatch(/how to mend it/);
  expect(result("connected", "failed").title).toBe("1 of 2 Facebook Pages are connected");
  expect(result("failed").title).toBe("Nothing was connected");
});
