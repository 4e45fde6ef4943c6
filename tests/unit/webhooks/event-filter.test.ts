import fc from "fast-check";
import { expect, test } from "vitest";
import { eventFilterQuery, parseEventFilter } from "#lib/webhooks/event-filter.ts";

test("an address is read back as the filter it was made from", () => {
  const filter = { status: "failed", channel: "facebook", type: "messages", range: "24h" } as const;
  const query = eventFilterQuery(filter);
  expect(query).toBe("?status=failed&channel=facebook&type=messages&range=24h");
  expect(parseEventFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual({ filter, ignored: [] });
  expect(eventFilterQuery({})).toBe("");
});

test("what cannot be read is left out and named", () => {
  expect(
    parseEventFilter({ status: "broken", channel: "facebook", before: "1 or 1=1", type: ["a", "b"] }),
  ).toEqual({
    filter: { channel: "facebook" },
    ignored: ["status", "type", "before"],
  });
});

test("no address is too strange to read", () => {
  const names = fc.constantFrom("status", "channel", "type", "range", "before", "after", "__proto__", "else");
  const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
  fc.assert(
    fc.property(fc.dictionary(names, values), (query) => {
      const { filter } = parseEventFilter(query);
      const again = parseEventFilter(Object.fromEntries(new URLSearchParams(eventFilterQuery(filter))));
      expect(again).toEqual({ filter, ignored: [] });
    }),
  );
});
