import { expect, test } from "vitest";
import { splitEnvelope } from "#lib/providers/meta/split.ts";
import { storableText } from "#lib/providers/storable-text.ts";

test("cutting through a pair leaves no half of it", () => {
  expect(storableText("ab👍", 3)).toBe("ab\ufffd");
  expect(storableText("ab👍", 4)).toBe("ab👍");
  expect(storableText("nul \0 and half \ud800")).toBe("nul \ufffd and half \ufffd");
});

test("a long name that Meta gave something unknown stays storable when it is cut", () => {
  const name = `${"x".repeat(99)}👍`;
  const events = [
    ...splitEnvelope({
      object: "page",
      entry: [{ id: "1", time: 1, changes: [{ field: name, value: {} }] }],
    }),
    ...splitEnvelope({ object: "page", entry: [{ id: "1", time: 1, messaging: [{ [name]: {} }] }] }),
  ];
  expect(events.map(({ eventType }) => eventType.isWellFormed())).toEqual([true, true]);
});
