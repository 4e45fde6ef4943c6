import { expect, test } from "vitest";
import { replayHref } from "#components/events/replay-href.ts";
import { selectRange } from "#components/events/select-range.ts";

const ids = ["a", "b", "c", "d", "e"];
const after = (chosen: string[], id: string, from?: string) =>
  [...selectRange(new Set(chosen), ids, id, from)].toSorted().join("");

test("a press turns one over; with Shift, all in between become like it, either way", () => {
  expect(after([], "b")).toBe("b");
  expect(after(["b"], "b")).toBe("");
  expect(after(["b"], "d", "b")).toBe("bcd");
  expect(after(["d"], "b", "d")).toBe("bcd");
  expect(after(["b", "c", "d", "e"], "d", "b")).toBe("e");
  // The one pressed before has left the page.
  expect(after([], "c", "gone")).toBe("c");
});

test("events to replay are named in the address, up to two hundred; beyond that the filter names them", () => {
  const replays = { href: "/o/acme/events/replays/new", query: "?status=dead" };
  expect(replayHref(replays, ["a", "b"])).toBe("/o/acme/events/replays/new?ids=a,b");
  expect(replayHref(replays, "matching")).toBe("/o/acme/events/replays/new?status=dead");
  expect(replayHref(replays, Array.from({ length: 200 }, String))).not.toBeNull();
  expect(replayHref(replays, Array.from({ length: 201 }, String))).toBeNull();
});
