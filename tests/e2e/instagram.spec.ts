import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e.ts";
import {
  allow,
  aName,
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
  reconnect,
  signInAt,
  wholeLife,
} from "#tests/support/e2e-channels.ts";
import { platforms } from "#tests/support/e2e-platforms.ts";

test.describe.configure(wholeLife);

type State = { subscriptions: Record<string, string[]> };

async function anAccount(page: Page) {
  const name = aName();
  const asked = { username: name.toLowerCase().replace(" ", "."), name };
  const { accountId } = await platforms.control<{ accountId: string }>("instagram/accounts", asked);
  await signInAt(page, "instagram", { accountId });
  return { name, accountId };
}

const isSubscribed = async (accountId: string) => {
  const { subscriptions } = await platformState<State>("instagram");
  return (subscriptions[accountId]?.length ?? 0) > 0;
};

test("Instagram: cancelled, allowed in part, allowed whole, and heard live", async ({
  page,
  account,
  look,
}) => {
  const { name, accountId } = await anAccount(page);

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
    await happens("instagram", accountId, "comment", "Lovely bread");
    await expectLive(page, /“Lovely bread”/);
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
    await expectFirstEvent(page, () => happens("instagram", accountId, "message", "Hello from the harbour"));

    await platforms.control(at("revoke"), { permission: "instagram_business_manage_messages" });
    await expectCheck(page, "Needs attention", /Messages can be neither read nor answered/);
    await platforms.control(at("expire"));
    await expectCheck(page, "Broken", /The access that Instagram gave has expired/);
    await expectFits(page);
    await look("instagram-phone-broken");
    await reconnect(page, name);

    await platforms.control(at("type"), { type: "Personal" });
    await expectCheck(page, "Needs attention", /become a personal account.*Switch it back/);
    await platforms.control(at("type"), { type: "Business" });
    await platforms.control(at("change-password"));
    await expectCheck(page, "Broken", /password of the Instagram account was changed/);
    await reconnect(page, name);

    // Told by Instagram: nobody has to ask.
    await platforms.control(at("remove-app"));
    await expect(page.getByText(/removed this app from their account/).first()).toBeVisible();
    await expectStatus(page, "Broken");
    await reconnect(page, name);

    // What Instagram dropped by itself is set up again by the next look.
    await platforms.control(at("unsubscribe"));
    await expectWell(page, () => isSubscribed(accountId));

    await disconnect(page, account.slug, "Message from a customer: “Hello from the harbour”");
    await expect.poll(() => isSubscribed(accountId)).toBe(false);
  });
});
