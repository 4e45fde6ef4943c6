import { expect, test } from "vitest";
import { boundedMemory } from "#lib/webhooks/bounded-memory.ts";

test("however many are set, no more than the bound are held, and the newest stay", () => {
  const memory = boundedMemory<number>({ most: 3, isSpent: () => false });
  for (let value = 0; value < 1_000; value += 1) memory.set(`key ${value}`, value);
  expect(memory.size()).toBe(3);
  expect([996, 997, 998, 999].map((value) => memory.get(`key ${value}`))).toEqual([undefined, 997, 998, 999]);
});

test("what is spent goes when another comes", () => {
  const memory = boundedMemory<string>({ most: 100, isSpent: (value) => value === "spent" });
  memory.set("a", "spent");
  memory.set("b", "fresh");
  expect([memory.get("a"), memory.get("b"), memory.size()]).toEqual([undefined, "fresh", 1]);
});
