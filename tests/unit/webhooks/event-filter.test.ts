import fc from "fast-check";
import { expect, test } from "vitest";
import { eventFilterQuery, parseEventFilter } from "#lib/webhooks/event-filter.ts";

const now = new Date("2026-11-21T12:00:00Z");
const read = (query: string) => parseEventFilter(Object.fromEntries(new URLSearchParams(query)), now);

test("an address is read back as the filter it was made from", () => {
  const filter = { status: "failed", channel: "facebook", type: "messages", range: "24h" } as const;
  const query = eventFilterQuery(filter);
  expect(query).toBe("?status=failed&channel=facebook&type=messages&range=24h");
  expect(read(query)).toEqual({ filter, ignored: [] });
  expect(eventFilterQuery({})).toBe("");

  const id = "0196e3a1-7b5c-4d2e-9f00-0123456789ab";
  const more = { connection: id, q: "ana's order", problem: id, replay: id };
  expect(read(eventFilterQuery(more))).toEqual({ filter: more, ignored: [] });
});

test("what cannot be read is left out and named", () => {
  expect(
    parseEventFilter({ status: "broken", channel: "facebook", before: "1 or 1=1", type: ["a", "b"] }),
  ).toEqual({
    filter: { channel: "facebook" },
    ignored: ["status", "type", "before"],
  });
  expect(read(`q=${"a".repeat(201)}&connection=17&from=yesterday&to=0000-01-01T00:00:00Z`)).toEqual({
    filter: {},
    ignored: ["connection", "from", "to", "q"],
  });
  expect(read("q=%20a%20").ignored).toEqual(["q"]);
  expect(read("q=a%00b&type=a%00b").ignored).toEqual(["type", "q"]);
  // A moment the database cannot hold, inside an id.
  expect(read("before=ffffffff-ffff-7fff-bfff-ffffffffffff").ignored).toEqual(["before"]);
});

test("a search is trimmed", () => {
  expect(read("q=%20%20ana%20%20").filter).toEqual({ q: "ana" });
});

test("moments are read in any offset, put in order, and replace a range", () => {
  expect(read("from=2026-11-20T12:30:00%2B02:00&to=2026-11-19T08:00:00Z&range=7d")).toEqual({
    filter: { from: "2026-11-19T08:00:00.000Z", to: "2026-11-20T10:30:00.000Z" },
    ignored: [],
  });
  expect(read("to=2026-11-19T08:00:00Z").filter).toEqual({ to: "2026-11-19T08:00:00.000Z" });
});

test("a list cannot begin in the future, but may end there", () => {
  expect(read("from=2026-11-21T12:00:01Z&status=dead")).toEqual({
    filter: { status: "dead" },
    ignored: ["from"],
  });
  expect(read("from=2026-11-20T00:00:00Z&to=2026-11-30T00:00:00Z").ignored).toEqual([]);
});

test("no address is too strange to read", () => {
  const names = fc.constantFrom(
    ...["status", "channel", "connection", "type", "range", "from", "to", "q", "problem", "replay"],
    ...["before", "after", "__proto__", "else"],
  );
  const moments = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined), fc.uuid(), moments);
  fc.assert(
    fc.property(fc.dictionary(names, values), (query) => {
      const { filter } = parseEventFilter(query, now);
      const again = read(eventFilterQuery(filter));
      expect(again).toEqual({ filter, ignored: [] });
    }),
  );
});
