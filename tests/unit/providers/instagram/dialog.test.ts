import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instagramDialog } from "#lib/providers/instagram/dialog.ts";
import { instagram } from "#lib/providers/instagram/instagram.ts";

const app = {
  clientId: "138",
  clientSecret: "s3cret",
  apiVersion: "v26.0",
  publicUrl: "https://app.example",
};
const request = {
  redirectUri: "https://ours.example/api/oauth/instagram/callback",
  state: "abc",
  codeChallenge: null,
  askAgain: false,
};
const answer = (query: string) => instagramDialog.readRefusal(new URLSearchParams(query));

describe("the dialog's address", () => {
  test("names the app, where to return, the state and the permissions, and no secret", () => {
    const url = instagramDialog.dialogUrl(app, request);

    expect(url.pathname).toMatch(/\/www\.instagram\.com\/oauth\/authorize$/);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "138",
      redirect_uri: request.redirectUri,
      state: "abc",
      response_type: "code",
      scope:
        "instagram_business_basic,instagram_business_manage_messages,instagram_business_manage_comments,instagram_business_manage_insights",
    });
    expect(url.href).not.toContain("s3cret");
  });

  test("makes whoever is signed in choose anew only when told to", () => {
    const url = instagramDialog.dialogUrl(app, { ...request, askAgain: true });
    expect(url.searchParams.get("force_reauth")).toBe("true");
  });
});

describe("the dialog's answer", () => {
  test("a code is not a refusal", () => {
    expect(answer("code=abc&state=x")).toBeNull();
  });

  test("a person who cancels is told apart from Instagram refusing", () => {
    const cancelled =
      "error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request&state=x";
    expect(answer(cancelled)).toEqual({ kind: "cancelled" });
    expect(answer("error_type=OAuthException&error_message=Invalid+scope")).toMatchObject({
      kind: "refused",
      reason: "unlisted",
    });
    expect(answer("error_code=1349126&error_message=x&code=abc")).toMatchObject({ kind: "refused" });
  });

  test("an answer that holds neither is incomplete", () => {
    expect(answer("state=x")).toMatchObject({ kind: "refused", reason: "incomplete" });
    expect(answer("code=&state=x")).toMatchObject({ kind: "refused", reason: "incomplete" });
  });

  test("whatever stands in it, only sentences of ours come out", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("error", "error_code", "code", "error_message"), fc.string()),
        (query) => {
          const refusal = instagramDialog.readRefusal(new URLSearchParams(query));
          if (refusal?.kind === "refused") {
            expect(refusal.sentence).toBe(instagramDialog.refusals[refusal.reason]);
            expect(refusal.sentence).toMatch(/\.$/);
          }
        },
      ),
    );
  });
});

describe("the registration", () => {
  const settings: Record<string, string> = {
    INSTAGRAM_APP_ID: "1",
    INSTAGRAM_APP_SECRET: "s",
    META_APP_ID: "2",
    META_APP_SECRET: "t",
    META_APP_VERSION: "v26.0",
    APP_URL: "https://app.example",
  };

  test("is Instagram's own, inside a Meta app", () => {
    expect(instagram.app((name) => settings[name])).toMatchObject({
      clientId: "1",
      clientSecret: "s",
      parentApp: { clientId: "2", clientSecret: "t" },
    });
  });

  test("is not complete without Instagram's id and secret, whatever Meta's are", () => {
    for (const missing of ["INSTAGRAM_APP_ID", "INSTAGRAM_APP_SECRET"]) {
      expect(instagram.app((name) => (name === missing ? undefined : settings[name]))).toBeNull();
    }
  });
});
