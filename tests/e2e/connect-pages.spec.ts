import { expect, test } from "#tests/support/e2e.ts";
import { expectNoViolationsInBothThemes } from "#tests/support/e2e-axe.ts";
import {
  expectCheck,
  expectFits,
  expectStatus,
  expectWell,
  phone,
  wholeLife,
} from "#tests/support/e2e-channels.ts";
import { connectPages, facebookState, openDialog } from "#tests/support/e2e-connect.ts";

test("each Page says what stands in its way, and what will not work", async ({
  page,
  account,
  newcomer,
  platforms,
  look,
}) => {
  const person = await platforms.person([
    "Whole Foods",
    { name: "Small Role", tasks: ["ANALYZE", "CREATE_CONTENT"] },
    { name: "In a Portfolio", viaPortfolio: true },
    "Taken Elsewhere",
  ]);
  const other = await newcomer();
  await platforms.signIn(other.context, person.personId);
  await connectPages(other.page, other.account.slug, ["Taken Elsewhere"]);

  await platforms.signIn(page.context(), person.personId);
  await openDialog(page, account.slug);
  await page.getByRole("checkbox", { name: "In a Portfolio" }).uncheck();
  await page.getByRole("checkbox", { name: "read_insights" }).uncheck();
  await page.getByRole("button", { name: "Continue" }).click();

  const row = (name: string) =>
    page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
  await expect(row("Whole Foods").getByText(/no figures for this Page/)).toBeVisible();
  await expect(row("Small Role").getByText(/role on this Page does not include messages/)).toBeVisible();
  await expect(row("In a Portfolio").getByText(/not ticked in Facebook's window/)).toBeVisible();
  await expect(row("Taken Elsewhere").getByText(/Connected to another organization/)).toBeVisible();
  for (const name of ["In a Portfolio", "Taken Elsewhere"]) {
    await expect(page.getByRole("checkbox", { name: new RegExp(name) })).toBeDisabled();
    await expect(page.getByRole("checkbox", { name: new RegExp(name) })).not.toBeChecked();
  }
  await expect(page.getByText(other.account.organizationName)).toHaveCount(0);
  await expectNoViolationsInBothThemes(page);
  await look("connect-choose-obstacles");

  await page.getByRole("button", { name: "Connect what is ticked" }).click();
  await expect(page.getByText("Tick at least one account.")).toBeVisible();

  await page.getByRole("checkbox", { name: /Whole Foods/ }).check();
  await page.getByRole("checkbox", { name: /Small Role/ }).check();
  await page.getByRole("button", { name: "Connect what is ticked" }).click();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result.getByText("Needs attention")).toHaveCount(2);
  await expectNoViolationsInBothThemes(page);
  await look("connect-result");
});

test.describe("on a phone", () => {
  test.use(phone);
  test.describe.configure(wholeLife);

  test("a connection breaks for a reason, says it, and is mended in place", async ({
    page,
    account,
    platforms,
    look,
  }) => {
    const person = await platforms.person(["Harbour Bakery"]);
    await platforms.signIn(page.context(), person.personId);
    await connectPages(page, account.slug, ["Harbour Bakery"]);
    await page.getByRole("link", { name: "Harbour Bakery" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Harbour Bakery" })).toBeVisible();
    const address = page.url();

    await platforms.control(`people/${person.personId}/change-password`);
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(
      page.getByText(/password of the account that connected it was changed/).first(),
    ).toBeVisible();
    await expect(page.getByText("Broken").first()).toBeVisible();
    await expectNoViolationsInBothThemes(page);
    await expectFits(page);
    await look("connect-broken");

    // Cancelled at Facebook, it is as broken as before and still there to be mended.
    await page.getByRole("button", { name: "Reconnect" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText(/Nothing was changed: Harbour Bakery is as it was/)).toBeVisible();

    const mend = async (begin: string) => {
      await page.getByRole("button", { name: begin }).click();
      await page.getByRole("button", { name: "Continue" }).click();
      await page
        .getByRole("region", { name: "Result" })
        .getByRole("link", { name: "Harbour Bakery" })
        .click();
      await expect(page).toHaveURL(address);
      await expectStatus(page, "Healthy");
    };
    await mend("Start again");

    const pageId = person.pages[0]?.id ?? "";
    const at = (what: string) => `people/${person.personId}/${what}`;
    await platforms.control(at("revoke"), { permission: "read_insights" });
    await expectCheck(page, "Needs attention", /no figures .* Reconnect/);
    await platforms.control("tokens/expire", { pageId });
    await expectCheck(page, "Broken", /The access that Facebook gave has expired/);
    await mend("Reconnect");

    // Told by Facebook: nobody has to ask.
    await platforms.control(at("remove-app"));
    await expect(page.getByText(/removed this app/).first()).toBeVisible();
    await expectStatus(page, "Broken");
    await mend("Reconnect");

    // What Facebook dropped by itself is set up again by the next look.
    await platforms.control(`pages/${pageId}/unsubscribe`);
    await expectWell(page, async () => pageId in (await facebookState()).subscriptions);

    await platforms.control(at("withdraw-page"), { pageId });
    await expectCheck(page, "Broken", /The access that was granted is no longer valid/);
    await platforms.control(at("remove-role"), { pageId });
    await expectCheck(page, "Broken", /no longer has a role on the Page\. Ask an admin/);
  });
});

test("disconnecting one Page asks first, and leaves the person's other Page working", async ({
  page,
  account,
  platforms,
  look,
}) => {
  const person = await platforms.person(["First Page", "Second Page"]);
  await platforms.signIn(page.context(), person.personId);
  await connectPages(page, account.slug, ["First Page", "Second Page"]);
  await page.getByRole("link", { name: "First Page" }).first().click();

  await page.getByRole("button", { name: "Disconnect" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/Your other accounts keep working/)).toBeVisible();
  await look("connect-disconnect");
  await dialog.getByRole("button", { name: "Keep it connected" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Healthy").first()).toBeVisible();

  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText(/What came before is kept/)).toBeVisible();
  await look("connect-disconnected");

  const [first, second] = person.pages.map(({ id }) => id);
  const subscriptions = async () => Object.keys((await facebookState()).subscriptions);
  await expect.poll(subscriptions).not.toContain(first);
  expect(await subscriptions()).toContain(second);

  await page.goto(`/o/${account.slug}/connections`);
  await page.getByRole("link", { name: "Second Page" }).first().click();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText(/^Last looked at/)).toBeVisible();
  await expect(page.getByText("Healthy").first()).toBeVisible();
});

test("a person who asks Meta for deletion can follow it without signing in", async ({
  page,
  platforms,
  look,
}) => {
  const person = await platforms.person(["Harbour Bakery"]);
  const { callback } = await platforms.control<{ callback: { status: number; body: string } }>(
    `people/${person.personId}/request-deletion`,
  );
  expect(callback.status).toBe(200);
  const { url } = JSON.parse(callback.body);

  await expect(async () => {
    await page.goto(url);
    await expect(page.getByText("Everything is deleted")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectNoViolationsInBothThemes(page);
  await look("deletion");
});
