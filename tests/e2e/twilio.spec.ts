import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e.ts";
import {
  disconnect,
  expectCheck,
  expectFits,
  expectLive,
  expectStatus,
  happens,
  openConnect,
  phone,
  platformState,
} from "#tests/support/e2e-channels.ts";
import { platforms } from "#tests/support/e2e-platforms.ts";

// Whole lives of a connection: under a minute each, and longer where other work keeps the machine busy.
test.describe.configure({ timeout: 180_000 });

type Made = { accountSid: string; authToken: string; senders: { sid: string; senderId: string }[] };
type State = { senders: Record<string, { webhook: { callbackUrl: string | null } }> };

async function anAccount() {
  const name = `Harbour ${crypto.randomUUID().slice(0, 8)}`;
  const made = await platforms.control<Made>("twilio/accounts", { friendlyName: name });
  const sender = made.senders[0] ?? { sid: "", senderId: "" };
  return { ...made, name, senderSid: sender.sid, number: sender.senderId.replace("whatsapp:", "") };
}
type Account = Awaited<ReturnType<typeof anAccount>>;
type Typed = Pick<Account, "accountSid" | "authToken" | "number">;

async function type(page: Page, { accountSid, authToken, number }: Typed) {
  await page.getByLabel("Account SID").fill(accountSid);
  await page.getByLabel("Auth Token", { exact: true }).fill(authToken);
  await page.getByRole("textbox", { name: "WhatsApp number" }).fill(number);
}

async function connect(page: Page, name: string) {
  await page.getByRole("button", { name: "Check and connect" }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

async function reconnect(page: Page, account: Typed) {
  const address = page.url();
  await page.getByRole("link", { name: "Reconnect" }).click();
  await type(page, account);
  await page.getByRole("button", { name: "Check and reconnect" }).click();
  await expect(page).toHaveURL(address);
  await expectStatus(page, "Healthy");
}

const inboundAddress = async ({ senderSid }: Account) => {
  const { senders } = await platformState<State>("twilio");
  return senders[senderSid]?.webhook.callbackUrl ?? null;
};

test("Twilio: what is typed wrong is named, and the number is heard live", async ({
  page,
  account,
  look,
}) => {
  const number = await anAccount();

  await test.step("each wrong value has its own sentence, and what was typed stays", async () => {
    await openConnect(page, account.slug, "Twilio WhatsApp");
    await type(page, { ...number, accountSid: `SK${"a".repeat(32)}` });
    await expect(page.getByText(/An API key \(SK…\) cannot stand in for it/)).toBeVisible();
    await look("twilio-form");

    await type(page, { ...number, authToken: "f".repeat(32) });
    await page.getByRole("button", { name: "Check and connect" }).click();
    await expect(page.getByText(/does not accept this Account SID with this Auth Token/)).toBeVisible();
    await expect(page.getByRole("textbox", { name: "WhatsApp number" })).toHaveValue(number.number);

    await type(page, { ...number, number: "+15550000000" });
    await page.getByRole("button", { name: "Check and connect" }).click();
    await expect(page.getByText(/\+15550000000 is not a WhatsApp sender.*Nothing was changed/)).toBeVisible();
  });

  await test.step("the right ones connect it, and Twilio is told where to send", async () => {
    await type(page, number);
    await connect(page, number.name);
    await expectStatus(page, "Healthy");
    expect(await inboundAddress(number)).toContain("/api/webhooks/twilio");
    await look("twilio-connected");
  });
  const connection = page.url();

  await test.step("messages are there at once, in plain words", async () => {
    await page.goto(`/o/${account.slug}/events`);
    await happens("twilio_whatsapp", number.senderSid, "message", "Are you open on Sunday?");
    await expectLive(page, "Message from Bo Customer: “Are you open on Sunday?”");
    await happens("twilio_whatsapp", number.senderSid, "image", "The queue outside");
    await expect(
      page
        .getByText(/a picture/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });

  await test.step("a changed token ends the access, and the new one mends it", async () => {
    await page.goto(connection);
    const { authToken } = await platforms.control<{ authToken: string }>(
      `twilio/accounts/${number.accountSid}/rotate-token`,
    );
    await expectCheck(page, "Broken", /does not accept this Account SID with this Auth Token/);
    await look("twilio-broken");
    await reconnect(page, { ...number, authToken });
    expect(await page.content()).not.toContain(authToken);

    await page.goto(`/o/${account.slug}/events`);
    await happens("twilio_whatsapp", number.senderSid, "message", "Still there?");
    await expectLive(page, "Message from Bo Customer: “Still there?”");
  });
});

test.describe("on a phone", () => {
  test.use(phone);

  test("Twilio: what breaks says why, and is well again, until it is let go", async ({
    page,
    account,
    look,
  }) => {
    const number = await anAccount();
    const at = (what: string) => `twilio/accounts/${number.accountSid}/${what}`;
    await openConnect(page, account.slug, "Twilio WhatsApp");
    await type(page, number);
    await connect(page, number.name);
    await expect(page.getByText("Waiting for the first event…")).toBeVisible();
    await happens("twilio_whatsapp", number.senderSid, "message", "Hello from the harbour");
    await expect(page.getByText(/The first event arrived/)).toBeVisible();

    await platforms.control(at("status"), { status: "suspended" });
    await expectCheck(page, "Needs attention", /Twilio has suspended this account.*Billing/);
    await expectFits(page);
    await look("twilio-phone-suspended");
    await platforms.control(at("status"), { status: "active" });
    await page.getByRole("button", { name: "Check now" }).click();
    await expectStatus(page, "Healthy");

    await platforms.control(`twilio/senders/${number.senderSid}/status`, { status: "OFFLINE" });
    await expectCheck(page, "Needs attention", /WhatsApp has taken this number offline/);
    await platforms.control(`twilio/senders/${number.senderSid}/status`, { status: "ONLINE" });
    await page.getByRole("button", { name: "Check now" }).click();
    await expectStatus(page, "Healthy");

    // What someone chose meanwhile is told, and theirs to give up.
    await platforms.control(`twilio/senders/${number.senderSid}/webhook`);
    await expectCheck(page, "Needs attention", /they go to someone-else\.example/);
    await page.getByRole("button", { name: "Send events here" }).click();
    await expectStatus(page, "Healthy");
    expect(await inboundAddress(number)).toContain("/api/webhooks/twilio");

    await disconnect(page, account.slug, "Message from Bo Customer: “Hello from the harbour”");
    await expect.poll(() => inboundAddress(number)).toBeNull();
  });
});

test("Twilio: the sandbox number is pasted by hand, and its first event is waited for", async ({
  page,
  account,
  look,
}) => {
  const { accountSid, authToken, name } = await anAccount();
  await openConnect(page, account.slug, "Twilio WhatsApp");
  await type(page, { accountSid, authToken, number: "+14155238886" });
  await page.getByLabel("Name", { exact: true }).fill(name);
  await connect(page, name);

  const addresses = page.getByRole("region", { name: "Webhook addresses" });
  const [inbound, status] = await addresses
    .getByText(/^https?:\/\/\S+\/api\/webhooks\/twilio/)
    .allTextContents();
  await expect(addresses.getByText("Waiting for the first event…")).toBeVisible();
  await look("twilio-sandbox-waiting");

  const pasted = { callbackUrl: inbound, statusCallbackUrl: status };
  await platforms.control(`twilio/accounts/${accountSid}/shared-number`, pasted);
  await happens("twilio_whatsapp", `${accountSid}:shared`, "join");
  await expect(addresses.getByText(/The first event arrived/)).toBeVisible();
});
