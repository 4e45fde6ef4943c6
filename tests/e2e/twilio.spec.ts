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
  happens,
  openConnect,
  phone,
  platformState,
  reconnectTyped,
  wholeLife,
} from "#tests/support/e2e-channels.ts";
import { platforms } from "#tests/support/e2e-platforms.ts";

test.describe.configure(wholeLife);

type Made = { accountSid: string; authToken: string; senders: { sid: string; senderId: string }[] };
type State = { senders: Record<string, { webhook: { callbackUrl: string | null } }> };

async function anAccount() {
  const name = aName();
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
    await connectTyped(page, number.name);
    await expectStatus(page, "Healthy");
    expect(await inboundAddress(number)).toContain("/api/webhooks/twilio");
    await look("twilio-connected");
  });
  const connection = page.url();

  await test.step("messages are there at once, in plain words", async () => {
    await page.goto(`/o/${account.slug}/events`);
    await happens("twilio_whatsapp", number.senderSid, "message", "Are you open on Sunday?");
    await expectLive(page, "Message from Bo Customer: “Are you open on Sunday?”");
  });

  await test.step("a changed token ends the access, and the new one mends it", async () => {
    await page.goto(connection);
    const { authToken } = await platforms.control<{ authToken: string }>(
      `twilio/accounts/${number.accountSid}/rotate-token`,
    );
    await expectCheck(page, "Broken", /does not accept this Account SID with this Auth Token/);
    await look("twilio-broken");
    await reconnectTyped(page, () => type(page, { ...number, authToken }));
    expect(await page.content()).not.toContain(authToken);
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
    await connectTyped(page, number.name);
    await expectFirstEvent(page, () =>
      happens("twilio_whatsapp", number.senderSid, "message", "Hello from the harbour"),
    );

    await platforms.control(at("status"), { status: "suspended" });
    await expectCheck(page, "Needs attention", /Twilio has suspended this account.*Billing/);
    await expectFits(page);
    await look("twilio-phone-suspended");
    await platforms.control(at("status"), { status: "active" });

    await platforms.control(`twilio/senders/${number.senderSid}/status`, { status: "OFFLINE" });
    await expectCheck(page, "Needs attention", /WhatsApp has taken this number offline/);
    await platforms.control(`twilio/senders/${number.senderSid}/status`, { status: "ONLINE" });

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
  await connectTyped(page, name);

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
