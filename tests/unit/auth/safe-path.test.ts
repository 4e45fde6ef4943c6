import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safePath } from "#lib/auth/safe-path.ts";

const home = "https://app.example.com";

describe("where to go after signing in", () => {
  test.each(["/", "/o/acme", "/o/acme/events?status=failed&q=a%20b#row-3"])("%s is kept", (path) =>
    expect(safePath(path)).toBe(path),
  );

  test.each([
    undefined,
    null,
    "",
    ["/o/acme"],
    "o/acme",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/o/..//evil.example",
    "javascript:alert(1)",
    " //evil.example",
  ])("%j leads home", (path) => expect(safePath(path)).toBe("/"));

  test("no text leads to another origin", () => {
    const slashes = fc.string({
      unit: fc.constantFrom("/", "\\", ".", "\t", "\n", "e", ":", "@", "?", "#", "%2f"),
    });
    fc.assert(
      fc.property(fc.oneof(slashes, fc.webUrl(), fc.string()), (text) => {
        expect(new URL(safePath(text), home).origin).toBe(home);
      }),
      { numRuns: 2000 },
    );
  });
});
