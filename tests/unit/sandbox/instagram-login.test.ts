import { expect, test } from "vitest";
import { aSandbox, instagramApp, instagramRedirectUri } from "./support/a-sandbox.ts";
import { fadeOnInstagram, onInstagram } from "./support/an-instagram-account.ts";

const personal = "17841400000000003";
const day = 86_400_000;

test("a code works once, with the redirect_uri it was given for, and errors have a shape of their own", async () => {
  const { decide, exchange } = onInstagram(await aSandbox());
  const back = await decide();
  expect(back.hash).toBe("#_");
  expect(back.searchParams.get("state")).toBe("s t/é");

  const code = back.searchParams.get("code") ?? "";
  expect(await exchange(code, { redirect_uri: `${instagramRedirectUri}/` })).toMatchObject({
    status: 400,
    body: { error_type: "OAuthException", code: 400, error_message: expect.stringContaining("redirect_uri") },
  });
  const { body } = await exchange(code);
  expect(body.data).toEqual([
    {
      access_token: expect.stringMatching(/^IGAA/),
      user_id: fadeOnInstagram,
      permissions: expect.stringMatching(/^instagram_business_basic,/),
    },
  ]);
  expect((await exchange(code)).body).toEqual({
    error_type: "OAuthException",
    code: 400,
    error_message: "Matching code was not found or was already used",
  });
});

test("a code ends after an hour, and its answer may be flat with a number JavaScript cannot hold", async () => {
  const sandbox = await aSandbox();
  const { decide, exchange } = onInstagram(sandbox);
  const [early, late] = [await decide(), await decide()].map((url) => url.searchParams.get("code") ?? "");

  await sandbox.control("instagram/habits", { exchange: "flat" });
  const { text, body } = await exchange(early ?? "");
  expect(text).toContain(`"user_id":${fadeOnInstagram},`);
  expect(String(body.user_id)).not.toBe(fadeOnInstagram);
  expect(body.permissions).toContain("instagram_business_basic");

  await sandbox.control("clock", { advanceMs: 61 * 60_000 });
  expect((await exchange(late ?? "")).status).toBe(400);
});

test("cancelling is told as Instagram does, and what is unticked is not granted", async () => {
  const sandbox = await aSandbox();
  const { decide, exchange } = onInstagram(sandbox);

  expect(Object.fromEntries((await decide({ decision: "cancel" })).searchParams)).toEqual({
    error: "access_denied",
    error_reason: "user_denied",
    error_description: "The user denied your request",
    state: "s t/é",
  });

  const back = await decide({ permissions: ["instagram_business_manage_comments"] });
  const { body } = await exchange(back.searchParams.get("code") ?? "");
  expect(body.data[0].permissions).toBe("instagram_business_basic,instagram_business_manage_comments");
});

test("an address that is not registered, an unknown app and an unknown scope are refused on the spot", async () => {
  const { authorizeUrl } = onInstagram(await aSandbox());
  const changes: Record<string, string>[] = [
    { redirect_uri: `${instagramRedirectUri}/` },
    { client_id: "1" },
    { scope: "business_basic" },
  ];
  for (const change of changes) {
    const response = await fetch(authorizeUrl(change), { redirect: "manual" });
    expect(response.status).toBe(400);
  }
});

test("a personal account gets no further until it is a professional one", async () => {
  const sandbox = await aSandbox();
  const { authorizeUrl, decide } = onInstagram(sandbox);

  const shown = async () =>
    (await fetch(authorizeUrl(), { headers: { cookie: `sandbox_instagram=${personal}` } })).text();
  expect(await shown()).toContain("is a personal account");
  expect(await shown()).not.toContain(">Allow<");
  await sandbox.control(`instagram/accounts/${personal}/type`, { type: "Business" });
  expect(await shown()).toContain(">Allow<");
  expect((await decide({ account: personal })).searchParams.has("code")).toBe(true);
});

test("a token can be refreshed from its second day until its end, while the basic scope is granted", async () => {
  const sandbox = await aSandbox();
  const { decide, exchange, graph } = onInstagram(sandbox);
  const code = (await decide()).searchParams.get("code") ?? "";
  const short = (await exchange(code)).body.data[0].access_token;

  const exchanged = { grant_type: "ig_exchange_token", client_secret: instagramApp.secret };
  expect(
    (await graph("access_token", { ...exchanged, client_secret: "x", access_token: short })).status,
  ).toBe(400);
  const long = (await graph("access_token", { ...exchanged, access_token: short })).body;
  expect(long).toEqual({
    access_token: expect.stringMatching(/^IGAA/),
    token_type: "bearer",
    expires_in: 60 * 86_400,
  });

  const refresh = (token: string) =>
    graph("refresh_access_token", { grant_type: "ig_refresh_token", access_token: token });
  expect((await refresh(long.access_token)).body.error).toMatchObject({ code: 100, type: "IGApiException" });

  await sandbox.control("clock", { advanceMs: 30 * day });
  const fresh = (await refresh(long.access_token)).body;
  expect(fresh.expires_in).toBe(60 * 86_400);
  expect(fresh.access_token).not.toBe(long.access_token);
  expect((await graph("v26.0/me", { access_token: long.access_token })).status).toBe(200);

  await sandbox.control(`instagram/accounts/${fadeOnInstagram}/revoke`, {
    permission: "instagram_business_basic",
  });
  await sandbox.control("clock", { advanceMs: 20 * day });
  expect((await refresh(fresh.access_token)).body.error).toMatchObject({ code: 10 });
  await sandbox.control("clock", { advanceMs: 40 * day });
  expect((await refresh(fresh.access_token)).body.error).toMatchObject({ code: 190, error_subcode: 463 });

  const state = await (await fetch(`${sandbox.url}/control/state`)).json();
  expect(state.instagram.refreshes).toEqual({ [fadeOnInstagram]: 1 });
  expect(state.secrets).toContain(fresh.access_token);
});

test("an app in development lets nobody in, and says so on the spot", async () => {
  const sandbox = await aSandbox();
  await sandbox.control("instagram/habits", { developmentMode: true });
  const response = await fetch(onInstagram(sandbox).authorizeUrl(), { redirect: "manual" });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("Insufficient developer role");
});
