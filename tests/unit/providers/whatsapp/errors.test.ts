import { describe, expect, test } from "vitest";
import { metaFault } from "#lib/providers/meta/errors.ts";
import { whatsappErrorRows } from "#lib/providers/whatsapp/error-rows.ts";

const told = (code: number, subcode: number | null = null) =>
  metaFault({ code, subcode, isTransient: false, traceId: null, httpStatus: 400 }, null, whatsappErrorRows);

test.each([
  [190, 458, "reauthorize", /removed by the user/],
  [190, 460, "reauthorize", /password/],
  [190, 463, "reauthorize", /has expired/],
  [190, 467, "reauthorize", /revoked/],
  [190, null, "reauthorize", /does not accept/],
  [102, null, "reauthorize", /does not accept/],
  [0, null, "reauthorize", /does not accept/],
  [200, 1349174, "permission_missing", /does not reach/],
  [3, null, "permission_missing", /lacks a permission/],
  [10, null, "permission_missing", /lacks a permission/],
  [200, null, "permission_missing", /lacks a permission/],
  [131005, null, "permission_missing", /lacks a permission/],
  [2200, null, "misconfigured", /webhook address/],
  [33, null, "gone", /deleted/],
  [131031, null, "account_restricted", /restricted/],
  [131042, null, "account_restricted", /pays Meta/],
  [133010, null, "misconfigured", /not registered/],
  [131047, null, "window_closed", /24 hours/],
  [131026, null, "recipient_unreachable", /cannot be delivered/],
  [130429, null, "rate_limited", /slow down/],
  [80008, null, "rate_limited", /slow down/],
  [131016, null, "temporary", /temporary/],
])("%s / %s is %s", (code, subcode, kind, sentence) => {
  const fault = told(code, subcode);
  expect(fault.kind).toBe(kind);
  expect(fault.sentence).toMatch(sentence);
  expect(fault.nextStep).toMatch(/\.$/);
});

describe("what mends it", () => {
  test("a token that ended is mended by another token, and not by signing in anywhere", () => {
    for (const subcode of [458, 460, 463, 467, null]) {
      expect(told(190, subcode).nextStep).toMatch(/new access token/);
    }
  });
});
