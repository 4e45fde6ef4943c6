import { expect, test } from "vitest";
import { aZoom } from "./support/a-zoom.ts";

const invalidToken = { status: 400, body: { reason: "Invalid Token!", error: "invalid_grant" } };

test("a code works once, with the verifier and the address it was given for", async () => {
  const zoom = await aZoom();
  const answer = await zoom.decide("allow");
  expect(answer.get("state")).toBe("s t/é");
  const code = answer.get("code") ?? "";

  expect((await zoom.exchange(code, { redirect_uri: `${zoom.redirectUri}/` })).body.reason).toContain("4709");
  expect((await zoom.exchange(code, { code_verifier: "x".repeat(43) })).body.error).toBe("invalid_grant");
  expect(await zoom.exchange(code)).toMatchObject({
    status: 200,
    body: { token_type: "bearer", expires_in: 3599, api_url: "https://api.zoom.us" },
  });
  expect((await zoom.exchange(code)).body).toMatchObject({
    error: "invalid_grant",
    reason: expect.stringContaining("4734"),
  });
});

test("left out, the method of the challenge is plain", async () => {
  const zoom = await aZoom();
  const changes = { code_challenge: "a".repeat(43), code_challenge_method: "plain" };
  const code = (await zoom.decide("allow", { changes })).get("code") ?? "";

  expect((await zoom.exchange(code)).body.error).toBe("invalid_grant");
  expect((await zoom.exchange(code, { code_verifier: "a".repeat(43) })).status).toBe(200);
});

test("optional scopes that were left out are missing from the answer, and calls that need them name them", async () => {
  const zoom = await aZoom();
  const full = await zoom.connect();
  expect(full.scope.split(" ")).toContain("meeting:read:participant");

  const partial = await zoom.connect(["meeting:read:participant"]);
  expect(partial.scope.split(" ")).not.toContain("meeting:read:participant");
  expect(partial.scope.split(" ")).toContain("user:read:user");

  const { accessToken } = await zoom.control("zoom/grants", {
    userId: zoom.user.userId,
    scopes: ["user:read:user"],
  });
  expect(await zoom.api("/users/me/meetings?type=scheduled", accessToken)).toMatchObject({
    status: 400,
    body: {
      code: 4711,
      message: "Invalid access token, does not contain scopes:[meeting:read:list_meetings]",
    },
  });
});

test("the consent page never redirects to an address that is not registered, and ends at an admin's approval", async () => {
  const zoom = await aZoom();
  const stranger = await fetch(zoom.authorizeUrl({ redirect_uri: `${zoom.redirectUri}/` }), {
    redirect: "manual",
  });
  expect(stranger.status).toBe(400);
  expect(await stranger.text()).toContain("4,709");

  await zoom.control(`zoom/users/${zoom.user.userId}/approval`, { needed: true });
  const page = await (await fetch(zoom.authorizeUrl({ user: zoom.user.userId }))).text();
  expect(page).toContain("pre-approve");
  expect((await zoom.decide("allow")).size).toBe(0);
});

test("a person may cancel, arrive without our state, or with a code that has expired", async () => {
  const zoom = await aZoom();

  expect(Object.fromEntries(await zoom.decide("cancel"))).toEqual({ error: "access_denied", state: "s t/é" });
  expect((await zoom.decide("no-state")).has("state")).toBe(false);
  const expired = (await zoom.decide("expired-code")).get("code") ?? "";
  expect((await zoom.exchange(expired)).body.reason).toContain("4733");
});

test("each refresh rotates: the token before is dead at once, the access token before lives on", async () => {
  const zoom = await aZoom();
  const first = await zoom.connect();
  const second = (await zoom.refresh(first.refresh_token)).body;
  expect(second.refresh_token).not.toBe(first.refresh_token);

  expect(await zoom.refresh(first.refresh_token)).toMatchObject(invalidToken);
  expect((await zoom.api("/users/me", first.access_token)).status).toBe(200);
  expect((await zoom.refresh(second.refresh_token)).status).toBe(200);
  expect(await zoom.counters()).toEqual({ asked: 3, rotated: 2, refused: 1 });
});

test("of many refreshes at once one gets through", async () => {
  const zoom = await aZoom();
  const { refresh_token } = await zoom.connect();
  const answers = await Promise.all(Array.from({ length: 10 }, () => zoom.refresh(refresh_token)));

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await zoom.counters()).toEqual({ asked: 10, rotated: 1, refused: 9 });
});

test("a second authorization by the same person revokes the first", async () => {
  const zoom = await aZoom();
  const first = await zoom.connect();
  const second = await zoom.connect();

  expect((await zoom.refresh(first.refresh_token)).body).toMatchObject({
    error: "invalid_grant",
    reason: expect.stringContaining("4741"),
  });
  expect(await zoom.api("/users/me", first.access_token)).toMatchObject({ status: 401, body: { code: 124 } });
  expect((await zoom.api("/users/me", second.access_token)).body.id).toBe(zoom.user.userId);
});

test("the token endpoint takes neither a wrong client nor tokens in the query", async () => {
  const zoom = await aZoom();
  const { refresh_token } = await zoom.connect();

  const form = { grant_type: "refresh_token", refresh_token };
  const wrong = await zoom.post("/oauth/token", form, "Basic eDp5");
  expect(wrong).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  const inQuery = await zoom.post(`/oauth/token?${new URLSearchParams(form)}`, {});
  expect(inQuery.body.message).toContain("not supported as query parameter");
  expect((await zoom.refresh(refresh_token)).status).toBe(200);
});

test("revoking kills both tokens", async () => {
  const zoom = await aZoom();
  const { access_token, refresh_token } = await zoom.connect();

  expect((await zoom.post("/oauth/revoke", { token: access_token })).body).toEqual({ status: "success" });
  expect((await zoom.api("/users/me", access_token)).body.message).toBe("Invalid access token.");
  expect((await zoom.refresh(refresh_token)).body.error).toBe("invalid_grant");
});

test("an answer is lost after the rotation: what the app holds is dead", async () => {
  const zoom = await aZoom();
  const { refresh_token } = await zoom.connect();
  await zoom.control("zoom/refreshes/lose", { userId: zoom.user.userId });

  await expect(zoom.refresh(refresh_token)).rejects.toThrow();
  expect(await zoom.refresh(refresh_token)).toMatchObject(invalidToken);
});

test("a 500 rotates nothing", async () => {
  const zoom = await aZoom();
  const { refresh_token } = await zoom.connect();
  await zoom.control("zoom/refreshes/fail", { userId: zoom.user.userId, count: 2 });

  expect((await zoom.refresh(refresh_token)).status).toBe(500);
  expect((await zoom.refresh(refresh_token)).status).toBe(500);
  expect((await zoom.refresh(refresh_token)).status).toBe(200);
  expect(await zoom.counters()).toEqual({ asked: 3, rotated: 1, refused: 0 });
});

test("an access token lasts an hour, and a grant can be gone without a word", async () => {
  const zoom = await aZoom();
  const { access_token, refresh_token } = await zoom.connect();
  await zoom.control(`zoom/users/${zoom.user.userId}/expire`);
  expect((await zoom.api("/users/me", access_token)).body.message).toBe("Access token is expired.");

  await zoom.control(`zoom/users/${zoom.user.userId}/revoke`);
  expect((await zoom.refresh(refresh_token)).body.reason).toContain("4738");
});
