import { calculatePKCECodeChallenge } from "oauth4webapi";
import { describe, expect, test } from "vitest";
import { apiHost } from "#lib/providers/zoom/api-host.ts";
import { basicAuthorization } from "#lib/providers/zoom/basic-authorization.ts";
import { zoomDialog } from "#lib/providers/zoom/dialog.ts";
import { zoom } from "#lib/providers/zoom/zoom.ts";

const app = {
  clientId: "zoomClientId",
  clientSecret: "zoomClientSecret",
  apiVersion: "v2",
  publicUrl: "https://app.example",
};
const request = {
  redirectUri: "https://ours.example/api/oauth/zoom/callback",
  state: "abc",
  codeChallenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  askAgain: false,
};
const answer = (query: string) => zoomDialog.readRefusal(new URLSearchParams(query));

describe("the dialog's address", () => {
  test("names the app, where to return, the state and the challenge, and no secret", () => {
    const url = zoomDialog.dialogUrl(app, request);
    expect(url.pathname).toMatch(/\/zoom\.us\/oauth\/authorize$/);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: "zoomClientId",
      redirect_uri: request.redirectUri,
      state: "abc",
      code_challenge: request.codeChallenge,
      code_challenge_method: "S256",
    });
    expect(url.href).not.toContain("zoomClientSecret");
  });

  test("carries the challenge of RFC 7636's verifier", async () => {
    expect(zoomDialog.usesPkce).toBe(true);
    expect(await calculatePKCECodeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
      request.codeChallenge,
    );
  });
});

test("the app names itself as RFC 7617 has it", () => {
  expect(basicAuthorization(app)).toBe("Basic em9vbUNsaWVudElkOnpvb21DbGllbnRTZWNyZXQ=");
});

describe("the dialog's answer", () => {
  test("a code is not a refusal", () => {
    expect(answer("code=abc&state=x")).toBeNull();
  });

  test("a person who cancels is told apart from Zoom refusing", () => {
    expect(answer("error=access_denied&state=x")).toEqual({ kind: "cancelled" });
    expect(answer("error=invalid_scope&error_description=Evil+text&code=abc")).toEqual({
      kind: "refused",
      reason: "invalid_scope",
      sentence: expect.stringMatching(/permissions/),
    });
  });

  test.each(["anything", "constructor", "__proto__", ""])("the error %j is an unlisted one", (error) => {
    expect(answer(`error=${error}&state=x`)).toMatchObject({
      reason: "unlisted",
      sentence: "Zoom did not allow it.",
    });
  });

  test("neither a code nor an error is incomplete", () => {
    expect(answer("state=x")).toMatchObject({ kind: "refused", reason: "incomplete" });
    expect(answer("code=&state=x")).toMatchObject({ kind: "refused", reason: "incomplete" });
  });
});

describe("where calls go", () => {
  test.each([
    ["https://api.zoom.us", "api.zoom.us"],
    ["https://api-eu.zoom.us/", "api-eu.zoom.us"],
    ["https://zoom.us", "zoom.us"],
  ])("%s is Zoom", (url, host) => {
    expect(apiHost(url)).toBe(host);
  });

  test.each([
    undefined,
    "",
    "api.zoom.us",
    "http://api.zoom.us",
    "https://zoom.us.evil.example",
    "https://evilzoom.us",
    "https://evil.example/zoom.us",
    "https://evil.example#.zoom.us",
    "https://zoom.us@evil.example",
    "https://user:pass@api.zoom.us",
    "https://api.zoom.us:8443",
    "https://api.zoom.us\\.evil.example",
  ])("%s is not believed: the usual host is called", (url) => {
    expect(apiHost(url)).toBe("api.zoom.us");
  });
});

describe("when access is renewed", () => {
  const savedAt = new Date("2026-11-21T08:00:00Z");
  const due = (accessExpiresAt: Date | null) =>
    zoom.renewal?.dueAt({ savedAt, accessExpiresAt, refreshExpiresAt: null })?.toISOString();

  test("five minutes before it ends", () => {
    expect(due(new Date("2026-11-21T09:00:00Z"))).toBe("2026-11-21T08:55:00.000Z");
  });

  test("and at least weekly, since a grant that is not used lapses", () => {
    expect(due(null)).toBe("2026-11-28T08:00:00.000Z");
    expect(due(new Date("2027-11-21T09:00:00Z"))).toBe("2026-11-28T08:00:00.000Z");
  });
});

describe("the guide", () => {
  test("says why each permission is asked for, and where each address goes", () => {
    expect(zoom.guide.review.map(({ permission }) => permission)).toEqual(
      zoom.scopes.map(({ scope }) => scope),
    );
    expect(zoom.guide.review.every(({ why }) => why.length > 20)).toBe(true);
    expect(zoom.guide.steps.flatMap(({ addresses }) => addresses?.map(({ path }) => path) ?? [])).toEqual([
      "/api/oauth/zoom/callback",
      "/api/webhooks/zoom",
      "/api/webhooks/zoom",
    ]);
  });
});
