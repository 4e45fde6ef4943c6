import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCursor, parseCursor } from "#lib/audit/cursor.ts";

test("a cursor comes back as it went out, to the microsecond", () => {
  const cursor = { at: "2026-03-01T10:20:30.123456Z", id: "0198f3f0-0000-7000-8000-000000000001" };
  expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
});

test("anything else in the address counts as none", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.constant(undefined)), (text) => {
      expect(parseCursor(text)).toBeUndefined();
    }),
  );
});
