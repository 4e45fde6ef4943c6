import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { searchTerms } from "#lib/webhooks/search-terms.ts";
import { messageTo } from "#tests/support/meta-delivery.ts";

const termsOf = (payload: Json, summary: string | null = null) =>
  searchTerms({ payload, externalId: "key:1", accountExternalId: "104", summary });

test("an event's ids are found as they stand, its texts by their words, its moments not at all", () => {
  const { ids, words } = termsOf(
    messageTo("104000000000001", { mid: "m_abc123", text: "Are you open?" }),
    "Message",
  );
  expect(ids).toEqual(
    expect.arrayContaining(["key:1", "104", "m_abc123", "104000000000001", "6500000000000001"]),
  );
  expect(ids.some((id) => /^1[78]\d{11}$/.test(id))).toBe(false);
  expect(words.split("\n")).toEqual(expect.arrayContaining(["Message", "Are you open?"]));
});

test("a phone number is found with and without its plus, whatever stands before it", () => {
  expect(termsOf({ From: "whatsapp:+15550002222" }).ids).toEqual(
    expect.arrayContaining(["whatsapp:+15550002222", "15550002222", "+15550002222"]),
  );
});

test("what nobody says is no text, but an address is", () => {
  const { words } = termsOf(["wamid.HBgLMTU1NTAwMDIyMjI", "https://shop.example/item/5", "order-7"]);
  expect(words.split("\n")).toEqual(["https://shop.example/item/5", "order-7"]);
});

test("however deep and large a payload is, looking through it ends, and what is kept is bounded", () => {
  let deep: Json = "bottom";
  for (let depth = 0; depth < 10_000; depth += 1) deep = [deep];
  expect(termsOf(deep).words).toBe("");

  const wide = Array.from({ length: 100_000 }, (_, number) => `text number ${number} `.repeat(20));
  const started = performance.now();
  const { ids, words } = termsOf([wide, Array.from({ length: 5_000 }, (_, number) => `id-${number}`)]);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(words.length).toBeLessThanOrEqual(20_000);
  expect(ids.length).toBeLessThanOrEqual(110);
});

test("nothing that JSON can hold is too much for it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 15 }), (payload) => {
      const { ids, words } = termsOf(payload as Json);
      expect(ids.every((id) => id !== "" && id.length <= 220)).toBe(true);
      expect(words.length).toBeLessThanOrEqual(20_000);
    }),
  );
});
