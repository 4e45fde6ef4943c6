import { expect, test } from "#tests/support/e2e.ts";
import { stackValue } from "#tests/support/e2e-stack.ts";

test("from signing up to a live event, and back to disconnected", async ({ page, mail, platforms, look }) => {
  const email = `ana-${crypto.randomUUID()}@example.com`;
  const shop = `Harbour ${crypto.randomUUID().slice(0, 6)}`;
  const person = await platforms.person([shop]);
  const pageId = person.pages[0]?.id ?? "";

  await test.step("sign up and found the organization", async () => {
    await page.goto("/signup");
    await page.getByLabel("Your name").fill("Ana Owner");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
    await page.goto(await mail.link(email));
    await page.getByLabel("Name of the business").fill(shop);
    await page.getByRole("button", { name: "Create organization" }).click();
    await expect(page).toHaveURL(/\/o\/harbour-/);
  });
  const home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");

  await test.step("connect the Page", async () => {
    await platforms.signIn(page.context(), person.personId);
    await page.goto(`${home}/connections`);
    await look("journey-connections-empty");
    await page.getByRole("button", { name: "Connect Facebook" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("checkbox", { name: new RegExp(shop) })).toBeVisible();
    await look("journey-choose");
    const box = page.getByRole("checkbox", { name: new RegExp(shop) });
    if (!(await box.isChecked())) await box.check();
    await page.getByRole("button", { name: "Connect what is ticked" }).click();
    await expect(page.getByText("Healthy").first()).toBeVisible();
    await look("journey-connected");
  });

  await test.step("a customer writes, and it is there within the second", async () => {
    await page.goto(`${home}/events`);
    await expect(page.getByText(/No events yet/)).toBeVisible();
    await look("journey-events-empty");
    const sent = Date.now();
    await platforms.customerWrites(pageId, "Are you open on Sunday?", "Bo");
    await expect(
      page
        .getByText(/Are you open on Sunday/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    test.info().annotations.push({ type: "posted to visible", description: `${Date.now() - sent} ms` });
  });

  await test.step("the drawer tells its story", async () => {
    await page
      .getByRole("link", { name: /Are you open on Sunday|Message received/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/events\/[0-9a-f-]{36}/);
    const drawer = page.getByRole("dialog");
    await expect(drawer.getByText("Processed").first()).toBeVisible();
    await look("journey-drawer");
    await page.reload();
    await expect(
      page
        .getByText(/Are you open on Sunday/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });

  await test.step("disconnect keeps the history", async () => {
    await page.goto(`${home}/connections`);
    await page
      .getByRole("link", { name: new RegExp(shop) })
      .first()
      .click();
    await look("journey-connection");
    await page.getByRole("button", { name: "Disconnect" }).click();
    await page
      .getByRole("alertdialog")
      .or(page.getByRole("dialog"))
      .getByRole("button", { name: /Disconnect/ })
      .click();
    await expect(page.getByText("Disconnected").first()).toBeVisible();

    await page.goto(`${home}/events`);
    await expect(
      page
        .getByText(/Are you open on Sunday/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });

  await test.step("Facebook was told", async () => {
    const subscribed = async () => {
      const response = await fetch(`${stackValue("PROVIDER_SANDBOX_URL")}/control/state`);
      const { subscriptions } = await response.json();
      return Object.keys(subscriptions);
    };
    await expect.poll(subscribed).not.toContain(pageId);
  });
});
