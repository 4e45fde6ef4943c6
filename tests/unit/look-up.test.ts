import { expect, test } from "vitest";
import { lookUp } from "#lib/look-up.ts";

const table = { "signed-out": "You are signed out." };

test("a word of the table finds its entry", () => {
  expect(lookUp(table, "signed-out")).toBe("You are signed out.");
});

test.each(["constructor", "__proto__", "toString", "", undefined, null, 1, ["signed-out"]])(
  "%j finds nothing",
  (word) => {
    expect(lookUp(table, word)).toBeUndefined();
  },
);
