import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metaFault } from "#lib/providers/meta/errors.ts";
import { readMetaError } from "#lib/providers/meta/read-error.ts";
import { readTokenError } from "#lib/providers/meta/read-token-error.ts";

const error = (code: number | null, subcode: number | null = null, more = {}) => ({
  code,
  subcode,
  isTransient: false,
  traceId: null,
  httpStatus: 400,
  ...more,
});
const kind = (code: number | null, subcode: number | null = null, more = {}) =>
  metaFault(error(code, subcode, more)).kind;

describe("what each code of Meta's means", () => {
  test.each([
    [190, 458, "reauthorize", /removed this app/],
    [190, 459, "reauthorize", /confirm who they are/],
    [190, 464, "reauthorize", /confirm who they are/],
    [190, 460, "reauthorize", /password .* was changed/],
    [190, 463, "reauthorize", /expired/],
    [190, 467, "reauthorize", /signed out/],
    [190, 492, "reauthorize", /no longer has a role/],
    [190, null, "reauthorize", /no longer valid/],
    [190, 999999, "reauthorize", /no longer valid/],
    [102, null, "reauthorize", /no longer valid/],
    [0, null, "reauthorize", /no longer valid/],
    [3, null, "permission_missing", /permission/],
    [10, null, "permission_missing", /permission/],
    [200, null, "permission_missing", /permission/],
    [299, null, "permission_missing", /permission/],
    [131005, null, "permission_missing", /permission/],
    [10, 2018278, "window_closed", /24 hours/],
    [10, 2534022, "window_closed", /24 hours/],
    [1545041, null, "window_closed", /time in which/],
    [551, 1545041, "recipient_unreachable", /cannot be reached/],
    [551, null, "recipient_unreachable", /cannot be reached/],
    [100, 2018001, "rejected", /does not know this customer/],
    [100, 2018276, "window_closed", /not approved/],
    [10, 2018300, "other_app_controls", /Another app/],
    [100, null, "rejected", /did not accept/],
    [100, 33, "rejected", /did not accept/],
    [1, null, "temporary", /temporary/],
    [2, null, "temporary", /temporary/],
    [131000, null, "temporary", /temporary/],
    [131016, null, "temporary", /temporary/],
    [131057, null, "temporary", /temporary/],
    [4, null, "rate_limited", /slow down/],
    [17, null, "rate_limited", /slow down/],
    [32, null, "rate_limited", /slow down/],
    [341, null, "rate_limited", /slow down/],
    [613, null, "rate_limited", /slow down/],
    [80001, null, "rate_limited", /slow down/],
    [80002, null, "rate_limited", /slow down/],
    [80006, null, "rate_limited", /slow down/],
    [80007, null, "rate_limited", /slow down/],
    [80008, null, "rate_limited", /slow down/],
    [130429, null, "rate_limited", /slow down/],
    [131056, null, "rate_limited", /slow down/],
    [368, null, "account_restricted", /restricted/],
    [131031, null, "account_restricted", /restricted/],
    [131048, null, "account_restricted", /restricted/],
    [131042, null, "account_restricted", /pays Meta/],
    [506, null, "rejected", /same post/],
    [131047, null, "window_closed", /24 hours/],
    [131026, null, "recipient_unreachable", /cannot be delivered/],
    [131049, null, "recipient_unreachable", /held the message back/],
    [131050, null, "recipient_unreachable", /marketing/],
    [131045, null, "misconfigured", /not registered/],
    [133010, null, "misconfigured", /not registered/],
    [131051, null, "rejected", /attachment/],
    [131052, null, "rejected", /attachment/],
    [131053, null, "rejected", /attachment/],
    [132000, null, "rejected", /template/],
    [132001, null, "rejected", /template/],
    [132012, null, "rejected", /template/],
    [132015, null, "rejected", /template/],
    [132016, null, "rejected", /template/],
    [33, null, "gone", /no longer exists/],
    [2200, null, "misconfigured", /webhook address/],
  ])("%s / %s is %s", (code, subcode, expected, sentence) => {
    const fault = metaFault(error(code, subcode));
    expect(fault.kind).toBe(expected);
    expect(fault.sentence).toMatch(sentence);
    expect(fault.nextStep).toMatch(/\.$/);
  });
});

test("a code nobody listed is a plain refusal that names it", () => {
  expect(metaFault(error(4711, 12))).toMatchObject({ kind: "rejected", code: "4711/12" });
});

test("an outage says nothing about the connection, with a code or without", () => {
  expect(kind(null, null, { httpStatus: 503 })).toBe("temporary");
  expect(kind(100, null, { httpStatus: 500 })).toBe("temporary");
  expect(kind(4711, null, { isTransient: true })).toBe("temporary");
  expect(kind(null, null, { httpStatus: 429 })).toBe("rate_limited");
});

test("a dead grant stays dead, whatever the status beside it", () => {
  expect(kind(190, 460, { httpStatus: 500, isTransient: true })).toBe("reauthorize");
});

describe("the three shapes of an error", () => {
  test("Graph's", () => {
    const body = {
      error: { message: "…", type: "OAuthException", code: 190, error_subcode: 463, fbtrace_id: "AbC" },
    };
    expect(readMetaError(400, body)).toEqual(error(190, 463, { traceId: "AbC" }));
  });

  test("debug_token's, under 200 and with another name for the subcode", () => {
    const body = { data: { is_valid: false, error: { code: 190, subcode: 460, message: "…" }, scopes: [] } };
    expect(readTokenError(body)).toEqual(error(190, 460, { httpStatus: 200 }));
    // The answer itself went well: the call was not refused, the token it was about is dead.
    expect(readMetaError(200, body)).toBeNull();
  });

  test("Instagram's", () => {
    const body = { error_type: "OAuthException", code: 400, error_message: "Invalid code" };
    expect(readMetaError(400, body)).toEqual(error(400));
  });

  test("none, in an answer that went well", () => {
    expect(readMetaError(200, { id: "1" })).toBeNull();
    expect(readMetaError(200, [])).toBeNull();
  });

  test("a code written as text counts as the number", () => {
    expect(readMetaError(400, { error: { code: "190" } })).toMatchObject({ code: 190 });
  });
});

test("no answer, whatever it holds, makes the parser throw", () => {
  const field = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  const shaped = fc.record({
    code: field,
    error_subcode: field,
    subcode: field,
    is_transient: field,
    fbtrace_id: field,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ error: shaped }),
        fc.record({ data: fc.record({ error: shaped }) }),
      ),
      fc.nat(599),
      (body, status) => {
        const read = readMetaError(status, body);
        if (read) expect(metaFault(read).sentence).not.toBe("");
        expect(metaFault(readTokenError(body)).sentence).not.toBe("");
      },
    ),
  );
});
