import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facebookDialog } from "#lib/providers/facebook/oauth.ts";

const app = {
  clientId: "138",
  clientSecret: "s3cret",
  apiVersion: "v26.0",
  publicUrl: "https://app.example",
};
const request = {
  redirectUri: "https://ours.example/api/oauth/facebook/callback",
  state: "abc",
  codeChallenge: null,
  askAgain: false,
};
const answer = (query: string) => facebookDialog.readRefusal(new URLSearchParams(query));

describe("the dialog's address", () => {
  test("names the app, where to return, the state and the permissions, and no secret", () => {
    const url = facebookDialog.dialogUrl(app, request);

    expect(url.pathname).toMatch(/\/www\.facebook\.com\/v26\.0\/dialog\/oauth$/);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "138",
      redirect_uri: request.redirectUri,
      state: "abc",
      response_type: "code",
      scope:
        "pages_show_list,pages_manage_metadata,pages_messaging,pages_read_engagement,pages_read_user_content,read_insights,instagram_basic,instagram_manage_insights,business_management",
    });
    expect(url.href).not.toContain("s3cret");
  });

  test("asks once more for what was declined only when told to", () => {
    const url = facebookDialog.dialogUrl(app, { ...request, askAgain: true });
    expect(url.searchParams.get("auth_type")).toBe("rerequest");
  });
});

describe("the dialog's answer", () => {
  test("a code is not a refusal", () => {
    expect(answer("code=abc&state=x")).toBeNull();
  });

  test("a person who cancels is told apart from Meta refusing", () => {
    expect(
      answer(
        "error=access_denied&error_code=200&error_description=Permissions+error&error_reason=user_denied&state=x",
      ),
    ).toEqual({ kind: "cancelled" });
  });

  test.each([
    ["1349168", /Valid OAuth Redirect URIs/],
    ["1349048", /App Domains/],
    ["1349126", /development mode/],
    ["1349220", /not available/],
    ["1349186", /not available/],
    ["1349245", /invitation/],
    ["1349999", /did not allow/],
  ])("an error code %s without `error` is a refusal in words", (code, sentence) => {
    expect(answer(`error_code=${code}&error_message=App+not+active&state=x`)).toEqual({
      kind: "refused",
      reason: code === "1349999" ? "unlisted" : code,
      sentence: expect.stringMatching(sentence),
    });
  });

  test("an error code that every object knows is an unlisted one", () => {
    for (const code of ["constructor", "__proto__", "toString"]) {
      expect(answer(`error_code=${code}`)).toMatchObject({
        reason: "unlisted",
        sentence: expect.any(String),
      });
    }
  });

  test("a code beside an error does not count", () => {
    expect(answer("code=abc&error_message=No")).toMatchObject({ kind: "refused" });
  });

  test("neither a code nor an error is incomplete", () => {
    expect(answer("state=x")).toMatchObject({
      kind: "refused",
      sentence: expect.stringMatching(/incomplete/),
    });
    expect(answer("code=&state=x")).toMatchObject({ kind: "refused" });
  });

  test("no text from the address reaches the page", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), fc.string(), (message, code) => {
        const query = new URLSearchParams({ error_message: message, error_code: code });
        expect(JSON.stringify(facebookDialog.readRefusal(query))).not.toContain(message);
      }),
    );
  });
});
