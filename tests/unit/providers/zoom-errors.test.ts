import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apiFault } from "#lib/providers/zoom/api-fault.ts";
import { tokenFault } from "#lib/providers/zoom/token-fault.ts";
import { readZoomError } from "#lib/providers/zoom/zoom-error.ts";

function read(status: number, body: unknown) {
  const headers = new Headers({ "x-zm-trackingid": "WEB_1" });
  const error = readZoomError(status, headers, body);
  if (!error) throw new Error("no error");
  return error;
}
const rest = (status: number, body: unknown) => apiFault(read(status, body));
const token = (status: number, body: unknown, subject: "code" | "token" = "token") =>
  tokenFault(read(status, body), subject);

describe("what each refusal of the REST API means", () => {
  test.each([
    [401, { code: 124, message: "Invalid access token." }, "reauthorize", /no longer accepts/],
    [400, { code: 124, message: "Access token is expired." }, "reauthorize", /no longer accepts/],
    [401, { status: false, errorCode: 401 }, "reauthorize", /no longer accepts/],
    [401, "no JSON", "reauthorize", /no longer accepts/],
    [
      400,
      { code: 4711, message: "Invalid access token, does not contain scopes:[a:b, c:d:e]" },
      "permission_missing",
      /: a:b, c:d:e\.$/,
    ],
    [
      401,
      { code: 4711, message: "Invalid access token, does not contain scopes:[a:b]" },
      "permission_missing",
      /: a:b\.$/,
    ],
    [
      403,
      { code: "4711", message: "something else" },
      "permission_missing",
      /permission for this is missing/,
    ],
    [401, { code: 4700, message: "" }, "permission_missing", /permission/],
    [404, { code: 1001, message: "User does not exist" }, "gone", /no longer exists/],
    [404, { code: 3001 }, "rejected", /does not exist at Zoom, or it is over/],
    [403, { code: 3001 }, "rejected", /does not show this meeting/],
    [404, { code: 3301 }, "rejected", /no recording/],
    [404, {}, "rejected", /does not know/],
    [403, { code: 200 }, "rejected", /does not allow/],
    [400, { code: 300, message: "Validation Failed.", errors: [] }, "rejected", /did not accept/],
    [429, { code: 429 }, "rate_limited", /slow down/],
    [429, { code: 200, message: "rate limit" }, "rate_limited", /slow down/],
    [400, { code: 429 }, "rate_limited", /slow down/],
    [500, {}, "temporary", /temporary/],
    [503, { code: 124 }, "temporary", /temporary/],
    [502, null, "temporary", /temporary/],
  ])("%s %j is %s", (status, body, kind, sentence) => {
    const fault = rest(status, body);
    expect(fault.kind).toBe(kind);
    expect(fault.sentence).toMatch(sentence);
    expect(fault.nextStep).toMatch(/\.$/);
    expect(fault.traceId).toBe("WEB_1");
  });

  test("a missing permission is not a token that ended, though both may come as 401", () => {
    expect(rest(401, { code: 4711 })).toMatchObject({ kind: "permission_missing", code: "401/4711" });
    expect(rest(401, { code: 124 })).toMatchObject({ kind: "reauthorize", code: "401/124" });
  });

  test("of Zoom's text nothing but scope names is passed on", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (text) => {
        fc.pre(!/^[a-z_]+(:[a-z_]+)*$/.test(text.trim()));
        const fault = rest(400, { code: 4711, message: `scopes:[${text}]` });
        expect(fault.sentence).not.toContain(text);
      }),
    );
  });
});

describe("what each refusal of the token endpoint means", () => {
  const invalid = (reason: string) => ({ error: "invalid_grant", reason });

  test.each([
    [
      400,
      invalid("Token has been revoked: multiple authorizations (4741)"),
      "reauthorize",
      /connected again in another place/,
    ],
    [400, invalid("Token has been disabled by the admin (4738)"), "reauthorize", /admin .* disabled/],
    [400, invalid("The owner of the token does not exist (4735)"), "reauthorize", /left the Zoom account/],
    [400, invalid("Invalid Token! (4737)"), "reauthorize", /no longer knows/],
    [400, invalid("Token id is out of tolerance (4740)"), "reauthorize", /newer access/],
    [400, invalid("Token has been revoked (4741)"), "reauthorize", /another place, or the app was removed/],
    [400, { code: 4741, message: "revoked" }, "reauthorize", /another place, or the app was removed/],
    [400, { code: "4738" }, "reauthorize", /admin/],
    [400, invalid("(4,735)"), "reauthorize", /left/],
    [400, { code: 4711, reason: "scopes" }, "reauthorize", /permissions of the Zoom app/],
    [400, { code: 4700 }, "reauthorize", /No access is stored/],
    [400, invalid("Invalid Token!"), "reauthorize", /never reached us/],
    [400, { error: "invalid_request", reason: "Invalid Token!" }, "reauthorize", /never reached us/],
    [
      401,
      { error: "invalid_client", reason: "Invalid client_id or client_secret" },
      "misconfigured",
      /client ID and secret/,
    ],
    [400, { error: "unauthorized_client" }, "misconfigured", /client ID and secret/],
    [401, {}, "misconfigured", /client ID and secret/],
    [400, { code: 4702 }, "misconfigured", /client ID and secret/],
    [400, { code: 4704 }, "misconfigured", /client ID and secret/],
    [400, { code: 4706 }, "misconfigured", /client ID and secret/],
    [400, { code: 4705 }, "rejected", /the way/],
    [400, { code: 4709 }, "misconfigured", /address/],
    [
      401,
      { error: "invalid_client", reason: "The app is disabled (4717)" },
      "misconfigured",
      /app is disabled/,
    ],
    [400, invalid("Authorization code expired (4733)"), "rejected", /has lapsed/],
    [400, invalid("Invalid authorization code (4734)"), "rejected", /used already/],
    [429, {}, "rate_limited", /slow down/],
    [500, invalid("Invalid Token!"), "temporary", /temporary/],
    [503, invalid("(4741)"), "temporary", /temporary/],
    [400, {}, "rejected", /did not accept/],
  ])("%s %j is %s", (status, body, kind, sentence) => {
    const fault = token(status, body);
    expect(fault.kind).toBe(kind);
    expect(fault.sentence).toMatch(sentence);
    expect(fault.nextStep).toMatch(/\.$/);
  });

  test("a code that Zoom refuses ends an attempt and no connection", () => {
    expect(token(400, invalid("Invalid code verifier"), "code")).toMatchObject({
      kind: "rejected",
      code: "invalid_grant",
      nextStep: expect.stringMatching(/Start again/),
    });
  });

  test("only what Zoom calls final ends a connection", () => {
    const statuses = fc.constantFrom(429, 500, 502, 503, 504);
    fc.assert(
      fc.property(statuses, fc.jsonValue(), (status, body) => {
        expect(["temporary", "rate_limited"]).toContain(token(status, body).kind);
      }),
    );
  });
});

test("an answer that went well is no error, and an odd one is an error without a code", () => {
  expect(readZoomError(200, new Headers(), { code: 124 })).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 400, max: 599 }), fc.jsonValue(), (status, body) => {
      expect(rest(status, body).sentence).toMatch(/\.$/);
      expect(token(status, body).sentence).toMatch(/\.$/);
    }),
  );
});
