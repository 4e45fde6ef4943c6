import { expect, test } from "vitest";
import { contentFilterPairs, parseContentFilter } from "#lib/social/content-filter.ts";
import { formatPlace, parsePlace } from "#lib/social/content-place.ts";
import { webAddress } from "#lib/social/web-address.ts";

const id = "01a2000a-f3ad-729c-8527-c5a5649401c7";

test("a filter goes through an address and comes back; what cannot be read is named", () => {
  const filter = { type: "reel", q: "50% off", sort: "likes", order: "up", after: "abc" } as const;
  expect(parseContentFilter(contentFilterPairs(filter))).toEqual({ filter, ignored: [] });
  expect(contentFilterPairs({ sort: "published" })).toEqual({});
  expect(
    parseContentFilter({ type: "reels", q: "x", sort: "constructor", order: ["up"], range: "7d" }),
  ).toEqual({
    filter: {},
    ignored: ["type", "q", "sort", "order"],
  });
});

test("a place is one of its own order alone", () => {
  const [byTime, byCount] = [
    { key: "2026-03-02T10:00:00.000123Z", id },
    { key: "-1", id },
  ];
  expect(parsePlace(formatPlace(byTime), "published")).toEqual(byTime);
  expect(parsePlace(formatPlace(byCount), "likes")).toEqual(byCount);
  expect(parsePlace(formatPlace(byTime), "likes")).toBeUndefined();
  expect(parsePlace(formatPlace(byCount), "published")).toBeUndefined();
  for (const text of [undefined, "", "nonsense", formatPlace({ key: "1", id: "1' or true" })])
    expect(parsePlace(text, "likes")).toBeUndefined();
});

test("only addresses of the web are linked to", () => {
  expect(webAddress("https://example.com/a")).toBe("https://example.com/a");
  for (const text of ["javascript:alert(1)", "data:text/html,x", "/path", "", null, 7])
    expect(webAddress(text)).toBeNull();
});
