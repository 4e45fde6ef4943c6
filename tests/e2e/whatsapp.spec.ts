import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e.ts";
import {
  aName,
  connectTyped,
  disconnect,
  expectCheck,
  expectFirstEvent,
  expectFits,
  expectLive,
  expectStatus,
  expectWell,
  happens,
  openConnect,
  phone,
  platformState,
  reconnectTyped,
  wholeLife,
} from "#tests/support/e2e-channels.ts";
import { platforms } from "#tests/support/e2e-platforms.ts";
import { stackValue } from "#tests/support/e2e-stack.ts";

test.describe.configure(wholeLife);

type State = { subscriptions: Record<string, object> };
type Made = { accountId: string; numbers: { id: string }[]; token: string };

async function anAccount() {
  const name = aName();
  const { accountId, numbers, token } = await platforms.control<Made>("whatsapp/accounts", { name });
  return { name, accountId, token, numberId: numbers[0]?.id ?? "" };
}
type Account = Awaited<ReturnType<typeof anAccount>>;

async function newToken({ accountId }: Account, more: object = {}) {
  const asked = { accountIds: [accountId], ...more };
  return (await platforms.control<{ token: string }>("whatsapp/tokens", asked)).token;
}

async function type(page: Page, { numberId, accountId, token }: Account) {
  await page.getByLabel("Phone number ID").fill(numberId);
  await page.getByLabel("WhatsApp Business Account ID").fill(accountId);
  await page.getByLabel("Access token", { exact: true }).fill(token);
}

const reconnect = (page: Page, account: Account) =>
  reconnectTyped(page, async () => type(page, { ...account, token: await newToken(account) }));

/** As someone of the business might: to an address that passes Meta's handshake and is not the one we gave. */
async function sendElsewhere(account: Account) {
  const token = await newToken(account);
  const webhook = {
    override_callback_uri: `${stackValue("BASE_URL")}/api/webhooks/meta?of=another-app`,
    verify_token: stackValue("META_WEBHOOK_VERIFY_TOKEN"),
  };
  const call = {
    access_token: token,
    appsecret_proof: createHmac("sha256", stackValue("META_APP_SECRET")).update(token).digest("hex"),
    webhook_configuration: JSON.stringify(webhook),
  };
  const url = `${stackValue("PROVIDER_SANDBOX_URL")}/graph.facebook.com/v25.0/${account.numberId}`;
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(call) });
  expect(await response.json()).toEqual({ success: true });
}

const isSubscribed = async ({ accountId }: Account) =>
  accountId in (await platformState<State>("whatsapp")).subscriptions;

test("WhatsApp: what is typed wrong is named, and the number is heard live", async ({
  page,
  account,
  look,
}) => {
  const [number, other] = await Promise.all([anAccount(), anAccount()]);

  await test.step("each wrong value has its own sentence, and what was typed stays", async () => {
    await openConnect(page, account.slug, "WhatsApp");
    await type(page, { ...number, numberId: "+15550001111" });
    await expect(
      page.getByText("It is an ID of 10 to 20 digits, not the phone number itself."),
    ).toBeVisible();

    await type(page, { ...number, accountId: other.accountId });
    await page.getByRole("button", { name: "Check and connect" }).click();
    const refusal = `does not reach the WhatsApp account ${other.accountId}`;
    await expect(page.getByText(new RegExp(`${refusal}.*Nothing was changed`))).toBeVisible();
    await expect(page.getByLabel("Phone number ID")).toHaveValue(number.numberId);
    await expect(page.getByLabel("Access token", { exact: true })).toHaveValue(number.token);

    const token = await newToken(number, { scopes: ["whatsapp_business_management"] });
    await type(page, { ...number, token });
    await page.getByRole("button", { name: "Check and connect" }).click();
    await expect(page.getByText(/The access token lacks whatsapp_business_messaging/)).toBeVisible();
    await look("whatsapp-refused");
  });

  await test.step("the right ones connect it, subscribed and verified", async () => {
    await type(page, number);
    await connectTyped(page, number.name);
    await expectStatus(page, "Healthy");
    await expect(page.getByText("Never expires")).toBeVisible();
    expect(await isSubscribed(number)).toBe(true);
    await look("whatsapp-connected");
  });
  const connection = page.url();

  await test.step("a message is there at once, and so is what became of one of ours", async () => {
    await page.goto(`/o/${account.slug}/events`);
    await happens("whatsapp", number.numberId, "message", "Are you open on Sunday?");
    await expectLive(page, "Message from Bo Customer: “Are you open on Sunday?”");
    await happens("whatsapp", number.numberId, "statuses-backwards");
    await expectLive(page, /A message was read by/);
  });

  await test.step("what Meta thinks of the number is told, and told again when it is well", async () => {
    await page.goto(connection);
    await platforms.control(`whatsapp/numbers/${number.numberId}`, { qualityRating: "RED" });
    await expectCheck(page, "Needs attention", /Low: many customers blocked or reported the number lately/);
    await look("whatsapp-quality");
    await platforms.control(`whatsapp/numbers/${number.numberId}`, { qualityRating: "GREEN" });
    await expectWell(page);
  });
});

test.describe("on a phone", () => {
  test.use(phone);

  test("WhatsApp: what breaks says why, and is mended in place, until it is let go", async ({
    page,
    account,
    look,
  }) => {
    const number = await anAccount();
    const other = await anAccount();
    await openConnect(page, account.slug, "WhatsApp");
    await type(page, number);
    await connectTyped(page, number.name);
    await expectFirstEvent(page, () =>
      happens("whatsapp", number.numberId, "message", "Hello from the harbour"),
    );
    const of = { accountId: number.accountId };

    const permission = "whatsapp_business_messaging";
    await platforms.control("whatsapp/tokens/revoke-permission", { ...of, permission });
    await expectCheck(page, "Needs attention", /Make a new access token with this permission/);
    await platforms.control("whatsapp/tokens/revoke", of);
    await expectCheck(page, "Broken", /The access token was revoked\. Make a new access token/);
    await expectFits(page);
    await look("whatsapp-phone-broken");

    // A slip of the clipboard: another number's credentials do not take its place.
    await page.getByRole("link", { name: "Reconnect" }).click();
    await type(page, other);
    await page.getByRole("button", { name: "Check and reconnect" }).click();
    await expect(page.getByText(/another WhatsApp number\..*Nothing was changed/)).toBeVisible();
    await page.goBack();
    await reconnect(page, number);

    await platforms.control("whatsapp/tokens/expire", of);
    await expectCheck(page, "Broken", /The access token has expired/);
    await reconnect(page, number);
    await platforms.control("whatsapp/tokens/withdraw-account", of);
    await expectCheck(page, "Broken", /does not reach/);
    await reconnect(page, number);

    // What Meta dropped by itself is set up again by the next look.
    await platforms.control(`whatsapp/accounts/${number.accountId}/unsubscribe`);
    await expectWell(page, () => isSubscribed(number));

    // What someone pointed elsewhere is told, and comes here again when asked to.
    await sendElsewhere(number);
    await expectCheck(page, "Needs attention", /Meta sends events to .*another-app, not here/);
    await page.getByRole("button", { name: "Send events here" }).click();
    await expectStatus(page, "Healthy");

    await disconnect(page, account.slug, "Message from Bo Customer: “Hello from the harbour”");
    await expect.poll(() => isSubscribed(number)).toBe(false);
  });
});
