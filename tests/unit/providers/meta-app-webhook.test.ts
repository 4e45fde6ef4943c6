import { beforeEach, describe, expect, test } from "vitest";
import type { Account, ConnectProvider } from "#lib/providers/connect-contract.ts";
import { facebook } from "#lib/providers/facebook/facebook.ts";
import { instagram } from "#lib/providers/instagram/instagram.ts";
import { setting } from "#lib/setting.ts";
import { aWebhookAddress } from "#tests/support/a-whatsapp-number.ts";
import { anInstagramAccount } from "#tests/support/an-instagram-account.ts";
import { setAppWebhook } from "#tests/support/app-webhook.ts";
import { aFacebookPerson, control } from "#tests/support/sandbox.ts";

const [ours, theirs] = [await aWebhookAddress(), await aWebhookAddress()];
const theirAddress = `${theirs.origin}/hooks`;

function appOf(provider: ConnectProvider) {
  const app = provider.app(setting);
  if (!app) throw new Error(`${provider.id} is not set up`);
  return { ...app, publicUrl: ours.origin };
}

async function aPage(): Promise<Account> {
  const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
  const { userToken, pages } = await control<{
    userToken: string;
    pages: { id: string; accessToken: string }[];
  }>("grants", { personId, pageIds });
  return { externalId: pages[0]?.id ?? "", secrets: { pageToken: pages[0]?.accessToken ?? "", userToken } };
}

const scopes = instagram.scopes.map(({ scope }) => scope);

async function onInstagram(): Promise<Account> {
  const { accountId } = await anInstagramAccount();
  const { accessToken } = await control<{ accessToken: string }>("instagram/grants", {
    accountId,
    permissions: scopes,
  });
  return { externalId: accountId, secrets: { accessToken, permissions: scopes.join(",") } };
}

describe.each([
  ["page" as const, facebook, aPage],
  ["instagram" as const, instagram, onInstagram],
])("the app's webhook for %s", (object, provider, anAccount) => {
  const app = appOf(provider);
  const lineOf = async (account: Account) =>
    (await provider.check(app, account)).lines.find(({ id }) => id === "webhook");

  beforeEach(() => setAppWebhook(theirAddress, { object }));

  test("that goes elsewhere shows on each account with what mends it, and is left alone by a check", async () => {
    const account = await anAccount();
    const told = { verdict: "warn", repair: "subscription", reason: expect.stringContaining(theirAddress) };
    expect(await lineOf(account)).toMatchObject(told);
    expect(await lineOf(account)).toMatchObject(told);
    expect(await provider.checkApp?.(app)).toMatchObject([
      { verdict: "warn", reason: expect.stringContaining(theirAddress) },
    ]);
  });

  test("is brought here when someone asks for it, with the fields that were ticked", async () => {
    const account = await anAccount();
    expect(await provider.subscribe?.(app, account)).toEqual({
      ok: true,
      value: { isComplete: true, missing: [] },
    });
    expect(await lineOf(account)).toMatchObject({ verdict: "good" });
    expect(await provider.checkApp?.(app)).toMatchObject([{ verdict: "good" }]);
    expect(ours.asked).toContain("/api/webhooks/meta");
  });

  test("cannot be brought where Meta does not reach us, or without our verify token; both are said", async () => {
    const account = await anAccount();
    const refused = { ok: false, error: { kind: "misconfigured" } };
    const away = { ...app, publicUrl: "http://127.0.0.1:9" };
    expect(await provider.subscribe?.(away, account)).toMatchObject(refused);
    expect(await provider.subscribe?.({ ...app, verifyToken: undefined }, account)).toMatchObject({
      ...refused,
      error: { nextStep: expect.stringContaining("META_WEBHOOK_VERIFY_TOKEN") },
    });
  });
});
