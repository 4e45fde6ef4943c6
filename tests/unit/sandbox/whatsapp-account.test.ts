import { expect, test } from "vitest";
import { aReceiver } from "./support/a-receiver.ts";
import { app, aSandbox } from "./support/a-sandbox.ts";
import { account, number, onWhatsApp, otherAccount, readyToken } from "./support/a-whatsapp-number.ts";

test("the ready token tells what it reaches, and how it died", async () => {
  const sandbox = await aSandbox();
  const inspect = async (token: string) =>
    (await sandbox.graph("debug_token", { input_token: token, access_token: `${app.id}|${app.secret}` }))
      .body;

  expect((await inspect(readyToken)).data).toMatchObject({
    app_id: app.id,
    type: "SYSTEM_USER",
    is_valid: true,
    expires_at: 0,
    granular_scopes: expect.arrayContaining([
      { scope: "whatsapp_business_management", target_ids: [account] },
      { scope: "whatsapp_business_messaging", target_ids: [account] },
    ]),
  });

  const foreign = await sandbox.control("whatsapp/tokens", { ofAnotherApp: true });
  expect((await inspect(foreign.token)).error.code).toBe(100);

  await sandbox.control("whatsapp/tokens/expire", { token: readyToken });
  expect((await inspect(readyToken)).data).toMatchObject({
    is_valid: false,
    error: { code: 190, subcode: 463 },
  });
  const { body } = await onWhatsApp(sandbox).call("GET", number);
  expect(body.error).toMatchObject({ code: 190, error_subcode: 463 });
});

test("numbers are told with every field, and quality only by asking", async () => {
  const sandbox = await aSandbox();
  const { call } = onWhatsApp(sandbox);
  const fields =
    "id,display_phone_number,verified_name,quality_rating,code_verification_status,name_status,status,platform_type,throughput,account_mode,messaging_limit_tier,webhook_configuration";

  expect((await call("GET", number)).body).toEqual({
    id: number,
    display_phone_number: "+1 555-000-1111",
    verified_name: "Fade & Co. Barbershop",
    quality_rating: "GREEN",
  });
  const { data } = (await call("GET", `${account}/phone_numbers?fields=${fields}`)).body;
  expect(data).toHaveLength(2);
  expect(data[1]).toMatchObject({ name_status: "PENDING_REVIEW", messaging_limit_tier: "TIER_250" });

  await sandbox.control(`whatsapp/numbers/${number}`, { qualityRating: "RED", status: "FLAGGED" });
  expect((await call("GET", `${number}?fields=${fields}`)).body).toMatchObject({
    quality_rating: "RED",
    status: "FLAGGED",
    platform_type: "CLOUD_API",
    throughput: { level: "STANDARD" },
    webhook_configuration: {},
  });
  const nodes = (await call("GET", `${account}?fields=account_review_status,health_status`)).body;
  expect(nodes).toMatchObject({
    account_review_status: "APPROVED",
    health_status: { can_send_message: "AVAILABLE" },
  });
});

test("another business and a missing permission are refused, each in its way", async () => {
  const sandbox = await aSandbox();
  const { call } = onWhatsApp(sandbox);

  expect((await call("GET", otherAccount)).body.error).toMatchObject({ code: 200, error_subcode: 1349174 });
  expect((await call("GET", "123")).body.error).toMatchObject({ code: 100, error_subcode: 33 });

  await sandbox.control("whatsapp/tokens/revoke-permission", {
    token: readyToken,
    permission: "whatsapp_business_management",
  });
  expect((await call("GET", account)).body.error.code).toBe(200);
});

test("an override needs a plain subscription, a webhook of the app and the handshake, in this order", async () => {
  const [own, elsewhere] = [await aReceiver(200), await aReceiver(200)];
  const sandbox = await aSandbox();
  const { call } = onWhatsApp(sandbox);
  const apps = `${account}/subscribed_apps`;
  const override = { override_callback_uri: elsewhere.url, verify_token: "mine" };

  expect((await call("POST", apps, override)).body.error).toMatchObject({
    code: 100,
    message: expect.stringContaining("Before override the current callback uri"),
  });
  expect((await call("POST", apps)).body).toEqual({ success: true });
  // There is still no webhook of the app itself.
  expect((await call("POST", apps, override)).body.error.code).toBe(100);
  await sandbox.control("app-webhook", { object: "whatsapp_business_account", callbackUrl: own.url });

  const unreachable = { ...override, override_callback_uri: "http://127.0.0.1:9/hook" };
  expect((await call("POST", apps, unreachable)).body.error.code).toBe(2200);
  expect((await call("POST", apps, override)).body).toEqual({ success: true });
  expect((await call("GET", apps)).body.data).toMatchObject([
    { whatsapp_business_api_data: { id: app.id }, override_callback_uri: elsewhere.url },
  ]);

  const onNumber = { webhook_configuration: { ...override, override_callback_uri: `${elsewhere.url}/p` } };
  expect((await call("POST", number, onNumber)).body).toEqual({ success: true });
  const configuration = async () =>
    (await call("GET", `${number}?fields=webhook_configuration`)).body.webhook_configuration;
  expect(await configuration()).toEqual({
    application: own.url,
    whatsapp_business_account: elsewhere.url,
    phone_number: `${elsewhere.url}/p`,
  });

  await call("POST", number, { webhook_configuration: { override_callback_uri: "" } });
  await call("POST", apps);
  expect(await configuration()).toEqual({ application: own.url });
  await call("DELETE", apps);
  expect((await call("GET", apps)).body).toEqual({ data: [] });
});
