import { expect, test } from "vitest";
import { app, aSandbox, fade, marco, redirectUri } from "./support/a-sandbox.ts";

const scope = "pages_show_list,pages_manage_metadata,pages_messaging";
type Sandbox = Awaited<ReturnType<typeof aSandbox>>;

function dialogUrl(sandbox: Sandbox, changes: Record<string, string> = {}) {
  const query = { client_id: app.id, redirect_uri: redirectUri, state: "s t/é", scope, ...changes };
  return `${sandbox.url}/www.facebook.com/v26.0/dialog/oauth?${new URLSearchParams(query)}`;
}

async function decide(sandbox: Sandbox, decision: string, choices: [string, string][]) {
  const body = new URLSearchParams([
    ...new URL(dialogUrl(sandbox)).searchParams,
    ["person", marco],
    ...choices,
  ]);
  body.append("decision", decision);
  const response = await fetch(dialogUrl(sandbox), { method: "POST", body, redirect: "manual" });
  return new URL(response.headers.get("location") ?? "").searchParams;
}

const everything: [string, string][] = [
  ...scope.split(",").map((name): [string, string] => ["permission", name]),
  ...scope.split(",").map((name): [string, string] => ["offered", name]),
  ["page", fade],
];
const secrets = { client_id: app.id, client_secret: app.secret };

test("a code works once, with the redirect_uri it was given for", async () => {
  const sandbox = await aSandbox();
  const answer = await decide(sandbox, "continue", everything);
  const code = answer.get("code") ?? "";
  expect(answer.get("state")).toBe("s t/é");

  const exchange = (uri: string) =>
    sandbox.graph("oauth/access_token", { ...secrets, code, redirect_uri: uri }, "POST");
  expect((await exchange(`${redirectUri}/`)).body.error).toMatchObject({ code: 100, error_subcode: 36008 });
  expect((await exchange(redirectUri)).body).toMatchObject({ token_type: "bearer", expires_in: 5400 });
  expect(await exchange(redirectUri)).toMatchObject({
    status: 400,
    body: {
      error: { type: "OAuthException", code: 100, error_subcode: 36009, fbtrace_id: expect.any(String) },
    },
  });
});

test("the dialog never redirects to an address that is not registered", async () => {
  const sandbox = await aSandbox();
  const response = await fetch(dialogUrl(sandbox, { redirect_uri: `${redirectUri}/` }), {
    redirect: "manual",
  });

  expect(response.status).toBe(400);
  expect(await response.text()).toContain("1349168");
});

test("cancelling and being refused by Facebook are told in two shapes", async () => {
  const sandbox = await aSandbox();

  expect(Object.fromEntries(await decide(sandbox, "cancel", everything))).toMatchObject({
    error: "access_denied",
    error_reason: "user_denied",
    state: "s t/é",
  });
  const refused = await decide(sandbox, "refused-by-meta", everything);
  expect(refused.get("error_code")).toBe("1349126");
  expect(refused.has("error")).toBe(false);
});

test("a permission once declined is asked for again only with auth_type=rerequest", async () => {
  const sandbox = await aSandbox();
  await decide(
    sandbox,
    "continue",
    everything.filter(([name, value]) => !(name === "permission" && value === "pages_messaging")),
  );

  const offers = async (changes = {}) =>
    (await (await fetch(dialogUrl(sandbox, changes))).text()).includes(
      'name="offered" value="pages_messaging"',
    );
  expect(await offers()).toBe(false);
  expect(await offers({ auth_type: "rerequest" })).toBe(true);
});

test("unticking a Page in a later login kills its Page token and its subscription", async () => {
  const sandbox = await aSandbox();
  const { accessToken } = await sandbox.grantFade("messages");
  expect((await sandbox.graph(fade, { access_token: accessToken })).status).toBe(200);

  await decide(
    sandbox,
    "continue",
    everything.filter(([name]) => name !== "page"),
  );
  expect((await sandbox.graph(fade, { access_token: accessToken })).body.error).toMatchObject({ code: 190 });
  expect(sandbox.facebook.subscriptions[fade]).toBeUndefined();
});

test("a short-lived token gives Page tokens that end, a long-lived one gives Page tokens that do not", async () => {
  const sandbox = await aSandbox();
  const code = (await decide(sandbox, "continue", everything)).get("code") ?? "";
  const short = (await sandbox.graph("oauth/access_token", { ...secrets, code, redirect_uri: redirectUri }))
    .body;
  const grant = { ...secrets, grant_type: "fb_exchange_token", fb_exchange_token: short.access_token };
  const long = (await sandbox.graph("oauth/access_token", grant)).body;

  const expiryOfPageToken = async (userToken: string) => {
    const accounts = await sandbox.graph("me/accounts", { access_token: userToken });
    const input = {
      input_token: accounts.body.data[0].access_token,
      access_token: `${app.id}|${app.secret}`,
    };
    const { data } = (await sandbox.graph("debug_token", input)).body;
    expect(data).toMatchObject({ type: "PAGE", profile_id: fade, is_valid: true });
    return data.expires_at;
  };
  expect(await expiryOfPageToken(short.access_token)).toBeGreaterThan(0);
  expect(await expiryOfPageToken(long.access_token)).toBe(0);
});
