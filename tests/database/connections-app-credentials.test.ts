import { expect, test } from "vitest";
import { debugToken } from "#lib/providers/meta/debug-token.ts";
import { aFacebookPerson, control } from "#tests/support/sandbox.ts";

test("a wrong app secret is told apart from a dead token, so that our mistake breaks no one's connection", async () => {
  const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
  const { userToken } = await control<{ userToken: string }>("grants", { personId, pageIds });
  const app = {
    clientId: process.env.META_APP_ID ?? "",
    clientSecret: process.env.META_APP_SECRET ?? "",
    apiVersion: "v26.0",
    publicUrl: "https://app.example",
  };

  expect(await debugToken(app, userToken)).toMatchObject({
    ok: true,
    value: { type: "USER", userId: personId },
  });
  expect(await debugToken({ ...app, clientSecret: "another-secret" }, userToken)).toMatchObject({
    ok: false,
    error: { kind: "misconfigured", nextStep: expect.stringMatching(/META_APP_SECRET/) },
  });
  expect(await debugToken(app, "made-up")).toMatchObject({ ok: false, error: { kind: "reauthorize" } });
});
