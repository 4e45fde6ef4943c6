import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { withLimits } from "#lib/providers/limits.ts";
import { zoom } from "#lib/providers/zoom/zoom.ts";

type Seen = { call: string; headers: IncomingHttpHeaders; body: string };
type Answer = { status?: number; headers?: Record<string, string>; body?: unknown; isLost?: boolean };
let seen: Seen[] = [];
let answers: Record<string, Answer> = {};

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const call = `${request.method} ${request.url}`;
  seen.push({ call, headers: request.headers, body: Buffer.concat(chunks).toString() });
  const { status = 200, headers = {}, body, isLost } = answers[call] ?? { status: 418 };
  if (isLost) request.socket.destroy();
  else response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// Read by the app on first use, which is inside the tests.
process.env.PROVIDER_SANDBOX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const app = {
  clientId: "zoomClientId",
  clientSecret: "zoomClientSecret",
  apiVersion: "v2",
  publicUrl: "https://a.example",
};
const tokenCall = "POST /zoom.us/oauth/token";
const meCall = "GET /api.zoom.us/v2/users/me";
const allScopes = zoom.scopes.map(({ scope }) => scope).join(" ");
const tokenAnswer = {
  access_token: "A2",
  token_type: "bearer",
  refresh_token: "R2",
  expires_in: 3599,
  scope: allScopes,
  api_url: "https://api.zoom.us",
};
const me = {
  id: "host",
  account_id: "acc",
  email: "ana@example.com",
  display_name: "Ana",
  type: 2,
  status: "active",
  timezone: "Europe/Rome",
  pic_url: "",
};
const account = {
  externalId: "host",
  secrets: {
    accessToken: "A1",
    refreshToken: "R1",
    apiUrl: "https://api.zoom.us",
    scope: allScopes,
    accountId: "acc",
  },
};
const dialog = zoom.connect.kind === "dialog" ? zoom.connect : undefined;
if (!dialog) throw new Error("no dialog");

beforeEach(() => {
  seen = [];
  answers = { [tokenCall]: { body: tokenAnswer }, [meCall]: { body: me } };
});

describe("the exchange", () => {
  const exchange = () =>
    dialog.exchange(app, { code: "C", redirectUri: "https://a.example/cb", codeVerifier: "V".repeat(43) });

  test("sends the app in Basic auth and everything else in the body", async () => {
    await exchange();
    expect(seen[0]).toMatchObject({
      call: tokenCall,
      headers: {
        authorization: "Basic em9vbUNsaWVudElkOnpvb21DbGllbnRTZWNyZXQ=",
        "content-type": expect.stringMatching(/^application\/x-www-form-urlencoded/),
      },
    });
    expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual({
      grant_type: "authorization_code",
      code: "C",
      redirect_uri: "https://a.example/cb",
      code_verifier: "V".repeat(43),
    });
  });

  test("keeps what the answer says, and whose it is", async () => {
    const before = Date.now();
    const grant = await exchange();
    expect(grant).toMatchObject({
      ok: true,
      value: {
        authorizedBy: "host",
        secrets: {
          accessToken: "A2",
          refreshToken: "R2",
          apiUrl: "https://api.zoom.us",
          scope: allScopes,
          accountId: "acc",
        },
      },
    });
    const expiry = grant.ok ? Date.parse(grant.value.secrets.accessExpiresAt ?? "") : 0;
    expect(expiry - before).toBeGreaterThan(3_598_000);
    expect(expiry - before).toBeLessThan(3_605_000);
  });

  test("gives no token to a host that is not Zoom's", async () => {
    answers[tokenCall] = { body: { ...tokenAnswer, api_url: "https://evil.example" } };
    expect(await exchange()).toMatchObject({ value: { secrets: { apiUrl: "https://api.zoom.us" } } });
    expect(seen[1]?.call).toBe(meCall);
  });

  test("that Zoom refuses ends the attempt", async () => {
    answers[tokenCall] = { status: 400, body: { reason: "Invalid Token!", error: "invalid_grant" } };
    expect(await exchange()).toMatchObject({ ok: false, error: { kind: "rejected" } });
  });

  test("without the permission to know whose it is says which is missing", async () => {
    const message = "Invalid access token, does not contain scopes:[user:read:user]";
    answers[meCall] = { status: 400, body: { code: 4711, message } };
    expect(await exchange()).toMatchObject({
      ok: false,
      error: { kind: "permission_missing", sentence: expect.stringContaining("user:read:user") },
    });
  });
});

describe("the account a grant reaches", () => {
  const reach = async (user: object, scope = allScopes) => {
    answers[meCall] = { body: user };
    const reached = await dialog.reachableAccounts(app, {
      secrets: { ...account.secrets, scope },
      authorizedBy: "host",
    });
    return reached.ok ? reached.value[0] : reached.error;
  };

  test("is the person's own", async () => {
    expect(await reach(me)).toMatchObject({
      offer: {
        externalId: "host",
        displayName: "Ana",
        username: "ana@example.com",
        avatarUrl: null,
        category: "Licensed",
        limits: [],
      },
      secrets: { accountId: "acc" },
      details: { accountId: "acc", timeZone: "Europe/Rome", type: 2 },
    });
  });

  test("needs nothing but an id", async () => {
    expect(
      await reach({ id: "host", first_name: "Ana", last_name: "Bo", pic_url: 7, type: "?" }),
    ).toMatchObject({
      offer: { displayName: "Ana Bo", username: null, avatarUrl: null, category: null },
    });
    expect(await reach({ id: "host" })).toMatchObject({ offer: { displayName: "Zoom account host" } });
  });

  test("says what a Basic plan and a permission left out mean", async () => {
    const limits = (await reach({ ...me, type: 1 }, allScopes.replace("meeting:read:participant", ""))) as {
      offer: { limits: { sentence: string; askAgain: boolean }[] };
    };
    expect(limits.offer.limits).toEqual([
      { sentence: expect.stringMatching(/live meeting/), askAgain: true },
      { sentence: expect.stringMatching(/Basic plan/), askAgain: false },
    ]);
  });
});

describe("a refresh", () => {
  const refresh = () => zoom.renewal?.refresh(app, account);

  test("sends the refresh token in the body and takes the new pair", async () => {
    expect(await refresh()).toMatchObject({
      ok: true,
      value: {
        secrets: { accessToken: "A2", refreshToken: "R2", accountId: "acc" },
        scopes: allScopes.split(" "),
        accessExpiresAt: expect.any(Date),
        refreshExpiresAt: expect.any(Date),
      },
    });
    expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual({
      grant_type: "refresh_token",
      refresh_token: "R1",
    });
  });

  test("keeps what the answer leaves out", async () => {
    answers[tokenCall] = { body: { access_token: "A2" } };
    expect(await refresh()).toMatchObject({
      value: {
        secrets: { accessToken: "A2", refreshToken: "R1", scope: allScopes, apiUrl: "https://api.zoom.us" },
      },
    });
  });

  test.each([
    ["no answer", { isLost: true }],
    ["an answer that is no JSON", { body: "<html>" }],
    ["an answer without tokens", { body: {} }],
  ])("that ended in %s may have been done: the next try decides", async (_, answer) => {
    answers[tokenCall] = answer;
    expect(await refresh()).toMatchObject({ ok: false, error: { kind: "temporary", code: "lost_answer" } });
    expect(seen).toHaveLength(1);
  });

  test("with no token left to refresh is final", async () => {
    answers[tokenCall] = { status: 400, body: { error: "invalid_request", reason: "Invalid Token!" } };
    const spent = { ...account, secrets: { accessToken: "A1" } };
    expect(await zoom.renewal?.refresh(app, spent)).toMatchObject({
      ok: false,
      error: { kind: "reauthorize" },
    });
  });

  test.each([
    [{ status: 503, body: {} }, "temporary"],
    [{ status: 429, headers: { "retry-after": "30" }, body: {} }, "rate_limited"],
    [{ status: 400, body: { error: "invalid_grant", reason: "Invalid Token!" } }, "reauthorize"],
    [{ status: 401, body: { error: "invalid_client" } }, "misconfigured"],
  ])("%j is %s", async (answer, kind) => {
    answers[tokenCall] = answer;
    expect(await refresh()).toMatchObject({ ok: false, error: { kind } });
  });
});

describe("giving the grant back", () => {
  const call = "POST /zoom.us/oauth/revoke";

  test("sends the access token in the body", async () => {
    answers[call] = { body: { status: "success" } };
    expect(await zoom.revokeGrant?.(app, account)).toEqual({ ok: true, value: null });
    expect(seen[0]).toMatchObject({
      call,
      body: "token=A1",
      headers: { authorization: expect.stringMatching(/^Basic /) },
    });
  });

  test("of a token that is dead says so, and of an outage that it will pass", async () => {
    answers[call] = { status: 400, body: { error: "invalid_request", reason: "Invalid Token!" } };
    expect(await zoom.revokeGrant?.(app, account)).toMatchObject({ error: { kind: "reauthorize" } });
    answers[call] = { status: 502, body: "" };
    expect(await zoom.revokeGrant?.(app, account)).toMatchObject({ error: { kind: "temporary" } });
  });
});

describe("the checklist", () => {
  const lines = async (secrets: Record<string, string> = account.secrets) => {
    const report = await zoom.check(app, { externalId: "host", secrets });
    return { ...report, verdicts: Object.fromEntries(report.lines.map(({ id, verdict }) => [id, verdict])) };
  };

  test("is all green when all is well, and sends the token in its header alone", async () => {
    const report = await lines();
    expect(report).toMatchObject({
      status: "healthy",
      reason: null,
      subscription: null,
      scopes: allScopes.split(" "),
    });
    expect(report.lines.map(({ id }) => id)).toEqual([
      "token",
      "kind",
      ...zoom.scopes.map(({ scope }) => `scope:${scope}`),
      "account",
      "plan",
    ]);
    expect(seen).toMatchObject([{ call: meCall, headers: { authorization: "Bearer A1" } }]);
  });

  test("names each permission that is missing, with what breaks", async () => {
    const scope = allScopes.replace("cloud_recording:read:list_user_recordings", "");
    const report = await lines({ ...account.secrets, scope });
    expect(report).toMatchObject({
      status: "needs_attention",
      reason: expect.stringMatching(/recordings are not shown/),
    });
    expect(report.verdicts["scope:cloud_recording:read:list_user_recordings"]).toBe("warn");
  });

  test("counts a classic scope for all that it includes", async () => {
    const report = await lines({ ...account.secrets, scope: "user:read meeting:read recording:read" });
    expect(report.status).toBe("healthy");
  });

  test("is broken by a token that ended, and still says what had been granted", async () => {
    answers[meCall] = { status: 401, body: { code: 124, message: "Access token is expired." } };
    const report = await lines({ ...account.secrets, scope: "user:read:user" });
    expect(report).toMatchObject({ status: "broken", reason: expect.stringMatching(/no longer accepts/) });
    expect(report.verdicts["scope:meeting:read:meeting"]).toBe("warn");
  });

  test("is not broken by a missing permission", async () => {
    answers[meCall] = {
      status: 401,
      body: { code: 4711, message: "does not contain scopes:[user:read:user]" },
    };
    expect((await lines()).status).toBe("needs_attention");
  });

  test.each([
    [{ status: 429, body: { code: 429 } }],
    [{ status: 404, body: "<html>" }],
    [{ isLost: true }],
    [{ body: { no: "id" } }],
  ])("stays open after %j", async (answer) => {
    answers[meCall] = answer;
    expect((await lines()).status).toBe("unknown");
  });

  test("finds a token that is another person's, or another kind of app's", async () => {
    answers[meCall] = { body: { ...me, id: "other" } };
    expect(await lines()).toMatchObject({
      status: "broken",
      reason: expect.stringMatching(/another person/),
    });
    answers[meCall] = { body: me };
    const report = await lines({ ...account.secrets, scope: `${allScopes} meeting:read:meeting:admin` });
    expect(report.verdicts.kind).toBe("warn");
  });

  test("says what the person's plan leaves out without calling it a fault", async () => {
    answers[meCall] = { body: { ...me, type: 1 } };
    const report = await lines();
    expect(report.status).toBe("healthy");
    expect(report.lines.find(({ id }) => id === "plan")?.reason).toMatch(/no lists of who came/);
  });

  test("claims nothing that Zoom did not say", async () => {
    answers[meCall] = { body: { id: "host" } };
    const { status, lines: said } = await lines();
    expect(status).toBe("healthy");
    expect(said.find(({ id }) => id === "plan")?.reason).toMatch(/does not say/);
    expect(said.find(({ id }) => id === "account")?.reason).not.toMatch(/active/);
  });

  test.each(["inactive", "pending"])("warns of a person who is %s", async (status) => {
    answers[meCall] = { body: { ...me, status } };
    expect((await lines()).verdicts.account).toBe("warn");
  });

  test("notes what Zoom says of the day's calls", async () => {
    const headers = {
      "x-ratelimit-type": "Daily-limit",
      "x-ratelimit-limit": "2000",
      "x-ratelimit-remaining": "500",
    };
    answers[meCall] = { headers, body: me };
    expect((await withLimits(() => zoom.check(app, account))).limit).toEqual({
      percentUsed: 75,
      regainSeconds: null,
    });
  });

  test("notes a refusal for too many calls, also where Zoom says no time", async () => {
    answers[meCall] = { status: 429, body: { code: 429 } };
    expect((await withLimits(() => zoom.check(app, account))).limit).toMatchObject({ isRefused: true });
  });
});

describe("our registration", () => {
  const verdict = async (answer: Answer) => {
    answers[tokenCall] = answer;
    return (await zoom.checkApp?.(app))?.[0]?.verdict;
  };

  test("is known when Zoom refuses the token and not the client", async () => {
    expect(await verdict({ status: 400, body: { error: "invalid_grant", reason: "Invalid Token!" } })).toBe(
      "good",
    );
    expect(await verdict({ status: 401, body: { error: "invalid_client" } })).toBe("bad");
    expect(await verdict({ status: 503, body: {} })).toBe("unknown");
  });
});
