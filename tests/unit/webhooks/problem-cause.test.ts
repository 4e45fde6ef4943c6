import fc from "fast-check";
import { expect, test } from "vitest";
import { problemCause } from "#lib/webhooks/problem-cause.ts";

test.each([
  ["cannot do 17 of 4,200.5", "cannot do … of …"],
  ["no such message: m_8Fa2kLq90", "no such message: …"],
  ["no wamid.HBgLMTU1NTAwMDIyMjI=", "no …="],
  ["0197b2c4-7e1a-7000-8000-3f2b9c1d0e55 is gone", "… is gone"],
  ["“Ana’s order” cannot be read", "“…” cannot be read"],
  [`"a" and 'b' can't be had, can't they`, `"…" and '…' can't be had, can't they`],
  ["ana@example.com was refused", "… was refused"],
  ["connect ECONNREFUSED 127.0.0.1:5432", "connect ECONNREFUSED …"],
  ["  two\n lines ", "two lines"],
  ["", "No reason was given."],
])("%j has the cause %j", (message, cause) => {
  expect(problemCause(message)).toBe(cause);
});

const messages = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        "“",
        "”",
        "'",
        '"',
        "`",
        "‘",
        "’",
        " ",
        "a",
        "x7",
        "12.5",
        "@",
        "…",
        "#",
        "id-12345678",
        "\n",
        "\0",
        "👋",
      ),
      { maxLength: 300 },
    )
    .map((parts) => parts.join("")),
);

test("the cause of a cause is that cause, short, storable and never empty", () => {
  fc.assert(
    fc.property(messages, (message) => {
      const cause = problemCause(message);
      expect(problemCause(cause)).toBe(cause);
      expect(cause.length).toBeLessThanOrEqual(200);
      expect(cause).not.toBe("");
      expect(cause.isWellFormed() && !cause.includes("\0")).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("failures that differ in numbers and ids have one cause", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.nat(), fc.nat(), (left, right, few, many) => {
      const told = (id: string, count: number) => problemCause(`event ${id} was refused after ${count} ms`);
      expect(told(left, few)).toBe(told(right, many));
    }),
  );
});
