import fc from "fast-check";
import { expect, test } from "vitest";
import { retryAfterSeconds } from "#lib/providers/meta/retry-after.ts";
import { readUsage } from "#lib/providers/meta/usage.ts";

test("the highest of all figures counts, and the longest pause", () => {
  const headers = new Headers({
    "x-app-usage": '{"call_count":28,"total_time":25,"total_cputime":25}',
    "x-business-use-case-usage":
      '{"104":[{"type":"pages","call_count":97,"total_cputime":23,"total_time":23,"estimated_time_to_regain_access":12}]}',
  });
  expect(readUsage(headers)).toEqual({ percent: 97, regainMinutes: 12 });
});

test("without headers nothing is known", () => {
  expect(readUsage(new Headers())).toEqual({ percent: null, regainMinutes: null });
});

test("whatever the headers hold, reading them does not throw", () => {
  const printable = fc.string({
    unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(
    fc.property(fc.oneof(printable, fc.jsonValue().map(asciiJson)), (value) => {
      readUsage(
        new Headers({ "x-app-usage": value, "x-business-use-case-usage": value, "x-page-usage": value }),
      );
    }),
  );
});

test("a pause is asked for in seconds by one header and in minutes by the other", () => {
  const none = { percent: null, regainMinutes: null };
  expect(retryAfterSeconds(new Headers({ "retry-after": "30" }), none)).toBe(30);
  expect(retryAfterSeconds(new Headers(), { percent: 100, regainMinutes: 5 })).toBe(300);
  expect(retryAfterSeconds(new Headers({ "retry-after": "soon" }), none)).toBeNull();
  expect(retryAfterSeconds(new Headers({ "retry-after": "1e99" }), none)).toBe(86_400);
});

const asciiJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
