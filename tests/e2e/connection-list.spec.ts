import { expect, test } from "#tests/support/e2e.ts";
import { connectPages, joinAs } from "#tests/support/e2e-connect.ts";

test("the list of connections is narrowed by health, and the choice can be shared", async ({
  page,
  account,
  platforms,
}) => {
  const person = await platforms.person(["First Page", "Second Page"]);
  await platforms.signIn(page.context(), person.personId);
  await connectPages(page, account.slug, ["First Page", "Second Page"]);

  await page.goto(`/o/${account.slug}/connections`);
  const health = page.getByRole("navigation", { name: "Health" });
  await expect(health.getByRole("link", { name: "Healthy 2" })).toBeVisible();
  await health.getByRole("link", { name: "Broken 0" }).click();
  await expect(page).toHaveURL(/\?health=broken$/);
  await expect(page.getByRole("heading", { name: "Nothing is broken" })).toBeVisible();

  await page.reload();
  await expect(health.getByRole("link", { name: "Broken 0" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("link", { name: "First Page" }).first()).toBeVisible();
});

test("an organization whose accounts are all disconnected is not told that it never had one", async ({
  page,
  account,
  platforms,
}) => {
  const person = await platforms.person(["Harbour Bakery"]);
  await platforms.signIn(page.context(), person.personId);
  await connectPages(page, account.slug, ["Harbour Bakery"]);
  await page.getByRole("link", { name: "Harbour Bakery" }).first().click();
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText(/What came before is kept/)).toBeVisible();

  await page.goto(`/o/${account.slug}/connections`);
  await expect(page.getByRole("heading", { name: "Nothing is connected at the moment" })).toBeVisible();
  await expect(page.getByText("Nothing is connected yet")).toHaveCount(0);
  await page.getByRole("link", { name: "Disconnected 1" }).click();
  await expect(page.getByRole("link", { name: "Harbour Bakery" })).toBeVisible();
});

test("the mail about a broken connection is each person's own choice", async ({
  page,
  account,
  newcomer,
}) => {
  await page.goto(`/o/${account.slug}/settings`);
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Alerts" }).click();
  const box = page.getByRole("checkbox", { name: "Mail me when a connection breaks" });
  await expect(box).toBeChecked();
  await box.uncheck();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("You get no mail when a connection breaks.")).toBeVisible();
  await page.reload();
  await expect(box).not.toBeChecked();

  const colleague = await newcomer("Kim Colleague");
  await joinAs(colleague.account.userId, account.organizationId, "admin");
  await colleague.page.goto(`/o/${account.slug}/settings/alerts`);
  await expect(
    colleague.page.getByRole("checkbox", { name: "Mail me when a connection breaks" }),
  ).toBeChecked();

  const viewer = await newcomer("Vi Viewer");
  await joinAs(viewer.account.userId, account.organizationId, "viewer");
  await viewer.page.goto(`/o/${account.slug}/settings/alerts`);
  await expect(viewer.page.getByText(/These mails go to owners and admins/)).toBeVisible();
  await expect(viewer.page.getByRole("checkbox")).toBeDisabled();
  await viewer.page.goto(`/o/${account.slug}/connections/new/twilio_whatsapp`);
  await expect(viewer.page.getByText(/Only owners and admins can connect accounts/)).toBeVisible();
  await expect(viewer.page.getByRole("textbox")).toHaveCount(0);
});
