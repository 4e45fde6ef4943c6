import { expect, test } from "vitest";
import { finishedAddress, landingAddress } from "#lib/connections/landing-address.ts";

// Read by the app on first use, which is inside the tests.
process.env.OAUTH_SUCCESS_URL = "https://agency.example/connected?from=trunkline";
process.env.OAUTH_ERROR_URL = "https://agency.example/failed";

const attempt = { slug: "acme", attemptId: "1" };

test("a choice is always made here", () => {
  expect(landingAddress("facebook", { kind: "choose", ...attempt })).toBe("/o/acme/connections/choose/1");
});

test("an installation's own pages learn of the end, and of nothing that is secret or foreign text", () => {
  expect(landingAddress("facebook", { kind: "finished", ...attempt })).toBe(
    "https://agency.example/connected?from=trunkline&provider=facebook&organization=acme",
  );
  expect(finishedAddress("facebook", { ...attempt, isConnected: true })).toMatch(
    /^https:\/\/agency.example\/connected/,
  );
  expect(landingAddress("facebook", { kind: "over", ...attempt })).toBe(
    "https://agency.example/failed?provider=facebook&organization=acme&problem=not-connected",
  );
  expect(landingAddress("facebook", { kind: "nowhere", problem: "other-person" })).toBe(
    "https://agency.example/failed?provider=facebook&problem=other-person",
  );
});
