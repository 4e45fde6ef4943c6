import { expect, test } from "vitest";
import { app, aSandbox, fade, marco, priya } from "./support/a-sandbox.ts";

test("a list goes on over several pages, some of them short", async () => {
  const sandbox = await aSandbox();
  const pageIds = sandbox.facebook.people[priya]?.roles.map(({ pageId }) => pageId) ?? [];
  const chosen = pageIds.slice(3);
  const { userToken } = await sandbox.control("grants", { personId: priya, pageIds: chosen });

  const seen: string[] = [];
  const sizes: number[] = [];
  const ask = { access_token: userToken, fields: "id,name", limit: "100" };
  let next: string | undefined = `${sandbox.graphUrl}/me/accounts`;
  while (next) {
    const { body } = await sandbox.graph(next, ask);
    seen.push(...body.data.map(({ id }: { id: string }) => id));
    sizes.push(body.data.length);
    next = body.paging.next;
    expect(next ?? userToken).toContain(userToken);
  }
  expect(seen).toEqual(chosen);
  expect(sizes).toEqual([22, 12]);
});

test("calls with a user or Page token need the right appsecret_proof", async () => {
  const sandbox = await aSandbox();
  const { accessToken } = await sandbox.grantFade("messages");

  const missing = await (await fetch(`${sandbox.graphUrl}/me?access_token=${accessToken}`)).json();
  expect(missing.error).toMatchObject({ code: 100, type: "GraphMethodException" });
  expect(missing.error.message).toBe("API calls from the server require an appsecret_proof argument");

  const wrong = await sandbox.graph("me", { access_token: accessToken, appsecret_proof: "00" });
  expect(wrong.body.error.message).toBe("Invalid appsecret_proof provided in the API argument");

  const right = await sandbox.graph("me", { access_token: accessToken });
  expect(right.body).toEqual({ id: fade, name: "Fade & Co. Barbershop" });
  expect(right.headers.get("facebook-api-version")).toBe("v26.0");
  expect(JSON.parse(right.headers.get("x-business-use-case-usage") ?? "{}")).toHaveProperty(fade);
});

test("subscribing names an unknown field, needs the permission, and replaces the list", async () => {
  const sandbox = await aSandbox();
  const { accessToken } = await sandbox.grantFade("messages,feed");
  const subscribe = async (fields: string) =>
    (
      await sandbox.graph(
        `${fade}/subscribed_apps`,
        { access_token: accessToken, subscribed_fields: fields },
        "POST",
      )
    ).body;

  const { error } = await subscribe("messages,messaging_seen");
  expect(error.code).toBe(100);
  expect(error.message).toMatch(/^\(#100\) Param subscribed_fields\[1\] must be one of \{/);

  expect(await subscribe("messages,message_echoes")).toEqual({ success: true });
  const { body } = await sandbox.graph(`${fade}/subscribed_apps`, { access_token: accessToken });
  expect(body.data[0]).toMatchObject({ id: app.id, subscribed_fields: ["messages", "message_echoes"] });

  await sandbox.control(`people/${marco}/revoke`, { permission: "pages_messaging" });
  expect((await subscribe("messages")).error.code).toBe(200);
});

test("Pages of a portfolio are missing from the list, and come with a token only when ticked", async () => {
  const sandbox = await aSandbox();
  const bakery = "104000000000003";
  const { userToken } = await sandbox.control("grants", { personId: marco, pageIds: [fade, bakery] });
  const ask = async (path: string) =>
    (await sandbox.graph(path, { access_token: userToken, fields: "id,name,access_token" })).body.data;

  expect(await ask("me/accounts")).toMatchObject([{ id: fade }]);
  const [business] = await ask("me/businesses");
  const owned = await ask(`${business.id}/owned_pages`);
  expect(owned.find(({ id }: { id: string }) => id === bakery)).toHaveProperty("access_token");
  const [client] = await ask(`${business.id}/client_pages`);
  expect(client).not.toHaveProperty("access_token");
});

test("a changed password and a removed app kill tokens, each with its subcode", async () => {
  const sandbox = await aSandbox();
  const inspect = async (token: string) =>
    (await sandbox.graph("debug_token", { input_token: token, access_token: `${app.id}|${app.secret}` })).body
      .data;

  const first = await sandbox.grantFade("messages");
  await sandbox.control(`people/${marco}/change-password`);
  expect(await inspect(first.accessToken)).toMatchObject({
    is_valid: false,
    error: { code: 190, subcode: 460 },
    scopes: [],
  });

  const second = await sandbox.grantFade("messages");
  await sandbox.control(`people/${marco}/remove-app`);
  const { status, body } = await sandbox.graph("me", { access_token: second.userToken });
  expect({ status, ...body.error }).toMatchObject({ status: 400, code: 190, error_subcode: 458 });
});
