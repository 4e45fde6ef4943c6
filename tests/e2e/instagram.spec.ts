import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e.ts";
import {
  allow,
  disconnect,
  expectCheck,
  expectFits,
  expectLive,
  expectStatus,
  happens,
  openConnect,
  phone,
  platformState,
  reconnect,
  signInAt,
} from "#tests/support/e2e-channels.ts";
import { platforms } from "#tests/support/e2e-platforms.ts";

// Whole lives of a connection: under a minute each, and longer where other work keeps the machine busy.
test.describe.configure({ timeout: 180_000 });

type State = { subscriptions: Record<string, string[]> };

async function anAccount(page: Page, more: object = {}) {
  const name = `Harbour ${crypto.randomUUID().slice(0, 8)}`;
  const username = name.toLowerCase().replace(" ", ".");
  const asked = { username, name, ...more };
  const { accountId } = await platforms.control<{ accountId: string }>("instagram/accounts", asked);
  await signInAt(page, "instagram", { accountId });
  return { name, username, accountId };
}

const subscribed = async (accountId: string) => {
  const { subscriptions } = await platformState<State>("instagram");
  return subscriptions[accountId]?.length ?? 0;
};

test("Instagram: cancelled, allowed in part, allowed whole, and heard live", async ({
  page,
  account,
  look,
}) => {
  const { name, accountId } = await anAccount(page);
  const connections = `/o/${account.slug}/connections`;

  await test.step("cancelled, nothing is changed", async () => {
    await openConnect(page, account.slug, "Instagram");
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("heading", { name: "Instagram was not connected" })).toBeVisible();
    await expect(page.getByText(/closed Instagram's window.*Nothing was changed/)).toBeVisible();
  });

  await test.step("what was left out is named with what it costs", async () => {
    await page.getByRole("button", { name: "Start again" }).click();
    await page.getByRole("checkbox", { name: "instagram_business_manage_comments" }).uncheck();
    await allow(page, name);
    await expectStatus(page, "Needs attention");
    await expect(
      page.getByText(/Comments and mentions do not arrive here\. Reconnect/).first(),
    ).toBeVisible();
    await expect(page.getByText("Renews itself")).toBeVisible();
    // Subscribing anew would not bring what the permission holds back.
    await expect(page.getByText("Instagram does not send us: comments.").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Send events here" })).toHaveCount(0);
    await look("instagram-in-part");
    await reconnect(page, name);
  });

  await test.step("messages and comments are there at once, in plain words", async () => {
    await page.goto(`/o/${account.slug}/events`);
    await expect(page.getByText(/No events yet/)).toBeVisible();
    await happens("instagram", accountId, "message", "Are you open on Sunday?");
    await expectLive(page, "Message from a customer: “Are you open on Sunday?”");
    await happens("instagram", accountId, "message-as-change", "And on Monday?");
    await expectLive(page, "Message from a customer: “And on Monday?”");
    await happens("instagram", accountId, "comment", "Lovely bread");
    await expect(
      page
        .getByText(/“Lovely bread”/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });

  await test.step("a new password ends the access, and connecting again mends it", async () => {
    await page.goto(connections);
    await page.getByRole("link", { name }).first().click();
    await platforms.control(`instagram/accounts/${accountId}/change-password`);
    await expectCheck(page, "Broken", /The password of the Instagram account was changed\. Reconnect it\./);
    await look("instagram-broken");
    await reconnect(page, name);
  });
});

test.describe("on a phone", () => {
  test.use(phone);

  test("Instagram: what breaks says why, and is mended in place, until it is let go", async ({
    page,
    account,
    look,
  }) => {
    const { name, accountId } = await anAccount(page);
    const at = (what: string) => `instagram/accounts/${accountId}/${what}`;
    await openConnect(page, account.slug, "Instagram");
    await allow(page, name);
    await expectStatus(page, "Healthy");
    await expect(page.getByText("Waiting for the first event…")).toBeVisible();
    await happens("instagram", accountId, "message", "Hello from the harbour");
    await expect(page.getByText(/The first event arrived/)).toBeVisible();

    await platforms.control(at("expire"));
    await expectCheck(page, "Broken", /The access that Instagram gave has expired/);
    await expectFits(page);
    await look("instagram-phone-broken");
    await reconnect(page, name);

    // Told by Instagram: nobody has to ask.
    await platforms.control(at("remove-app"));
    await expect(page.getByText(/removed this app from their account/).first()).toBeVisible();
    await expectStatus(page, "Broken");
    await reconnect(page, name);

    await platforms.control(at("revoke"), { permission: "instagram_business_manage_messages" });
    await expectCheck(page, "Needs attention", /Messages can be neither read nor answered/);
    await reconnect(page, name);

    // What Instagram dropped by itself is set up again by the next look.
    await platforms.control(at("unsubscribe"));
    await page.getByRole("button", { name: "Check now" }).click();
    await expect.poll(() => subscribed(accountId)).toBeGreaterThan(0);
    await expectStatus(page, "Healthy");

    await disconnect(page, account.slug, "Message from a customer: “Hello from the harbour”");
    await expect.poll(() => subscribed(accountId)).toBe(0);
  });
});

test("Instagram: a personal account is not connected, and reads how it could be", async ({
  page,
  account,
}) => {
  const { username } = await anAccount(page, { type: "Personal" });
  await openConnect(page, account.slug, "Instagram");
  await expect(page.getByText(`@${username} is a personal account`)).toBeVisible();
  await page.getByText("Misbehave").click();
  await page.getByRole("button", { name: "Let the personal account through" }).click();
  await expect(page.getByRole("heading", { name: "Nothing was connected" })).toBeVisible();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result.getByText(/This is a personal Instagram account.*Switch it/)).toBeVisible();
});
