import { expect, test } from "vitest";
import { hasRole, roles } from "#lib/organizations/roles.ts";

test("each role may what the ones below it may, and nothing above", () => {
  const allowed = roles.map((role) => roles.map((atLeast) => hasRole({ role }, atLeast)));

  expect(roles).toEqual(["viewer", "member", "admin", "owner"]);
  expect(allowed).toEqual([
    [true, false, false, false],
    [true, true, false, false],
    [true, true, true, false],
    [true, true, true, true],
  ]);
});
