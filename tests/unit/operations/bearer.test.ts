import { expect, test } from "vitest";
import { isBearer } from "#lib/operations/bearer.ts";

const request = (authorization?: string) =>
  new Request("http://localhost/", { headers: authorization === undefined ? {} : { authorization } });

test("only the exact token is let in, and none while no token is set", () => {
  expect(isBearer(request("Bearer the token"), "the token")).toBe(true);
  for (const wrong of [
    undefined,
    "",
    "the token",
    "Bearer the toke",
    "Bearer the token2",
    "Basic the token",
    "Bearer ",
  ]) {
    expect(isBearer(request(wrong), "the token")).toBe(false);
    expect(isBearer(request(wrong), undefined)).toBe(false);
  }
  expect(isBearer(request("Bearer undefined"), undefined)).toBe(false);
});
