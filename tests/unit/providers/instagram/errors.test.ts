import { expect, test } from "vitest";
import { instagramErrorRows } from "#lib/providers/instagram/error-rows.ts";
import { metaFault } from "#lib/providers/meta/errors.ts";

const told = (code: number, subcode: number | null = null) =>
  metaFault({ code, subcode, isTransient: false, traceId: null, httpStatus: 400 }, null, instagramErrorRows);

test.each([
  [190, 458, "reauthorize", /removed from the Instagram account/],
  [190, 459, "reauthorize", /confirm who they are/],
  [190, 464, "reauthorize", /confirm who they are/],
  [190, 460, "reauthorize", /password of the Instagram account/],
  [190, 463, "reauthorize", /Instagram gave has expired/],
  [190, 467, "reauthorize", /signed the account out/],
  [190, null, "reauthorize", /no longer valid/],
  [400, null, "rejected", /used already or has lapsed/],
  [200, 2534041, "permission_missing", /connected tools/],
  [200, null, "permission_missing", /permission/],
  [10, 2534048, "misconfigured", /not approved this app/],
  [10, 2534022, "window_closed", /24 hours/],
  [10, null, "permission_missing", /permission/],
  [100, 2534014, "rejected", /does not know this customer/],
  [100, null, "rejected", /did not accept/],
  [25, 2207050, "account_restricted", /restricted this account/],
  [551, null, "recipient_unreachable", /blocked the account/],
  [80002, null, "rate_limited", /slow down/],
  [2, null, "temporary", /temporary/],
])("%s / %s is %s", (code, subcode, kind, sentence) => {
  const fault = told(code, subcode);
  expect(fault.kind).toBe(kind);
  expect(fault.sentence).toMatch(sentence);
  expect(fault.nextStep).toMatch(/\.$/);
});

test("nothing told to an Instagram account speaks of a Page or of facebook.com, where that would mislead", () => {
  for (const subcode of [458, 459, 460, 463, 464, 467]) {
    const { sentence, nextStep } = told(190, subcode);
    expect(`${sentence} ${nextStep}`).not.toMatch(/Page|acebook/);
  }
});
