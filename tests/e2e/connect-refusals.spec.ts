import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e.ts";
import { connectPages, dialogAnswer, joinAs, openDialog } from "#tests/support/e2e-connect.ts";

const nothingConnected = (page: Page) => expect(page.getByText("Nothing is connected yet")).toBeVisible();

test("a person who cancels reads that nothing was changed, and can start again", async ({
  page,
  account,
  platforms,
  look,
}) => {
  const { personId } = await platforms.person(["Harbour Bakery"]);
  await platforms.signIn(page.context(), personId);
  await openDialog(page, account.slug);
  await page.getByRole("button", { name: "Cancel" }).click();

  await expect(page.getByRole("heading", { name: "Facebook was not connected" })).toBeVisible();
  await expect(page.getByText(/closed Facebook's window.*Nothing was changed/)).toBeVisible();
  await look("connect-cancelled");

  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  await page.goto(`/o/${account.slug}/connections`);
  await nothingConnected(page);
});

test("Facebook's own refusal is told in words with its cure", async ({ page, account, platforms, look }) => {
  const { personId } = await platforms.person(["Harbour Bakery"]);
  await platforms.signIn(page.context(), personId);
  await platforms.control(`people/${personId}/dialog-error`, { code: 1349126, message: "App not active" });
  await openDialog(page, account.slug);

  await expect(page.getByText(/development mode.*Publish it, or add the person as a tester/)).toBeVisible();
  await expect(page.getByText("App not active")).toHaveCount(0);
  await look("connect-refused");
});

test("a code that no longer counts ends on a page of ours, and nothing is connected", async ({
  page,
  account,
  platforms,
}) => {
  const { personId } = await platforms.person(["Harbour Bakery"]);
  await platforms.signIn(page.context(), personId);
  await openDialog(page, account.slug);
  await page.getByText("Misbehave").click();
  await page.getByRole("button", { name: "Give an expired code" }).click();

  await expect(page.getByRole("heading", { name: "Facebook was not connected" })).toBeVisible();
  await page.getByRole("link", { name: "Back to Connections" }).click();
  await nothingConnected(page);
});

test("an answer with a state of nobody's leads to a page that blames no one", async ({
  page,
  account,
  platforms,
  look,
}) => {
  const { personId } = await platforms.person(["Harbour Bakery"]);
  await platforms.signIn(page.context(), personId);
  await openDialog(page, account.slug);
  await page.getByText("Misbehave").click();
  await page.getByRole("button", { name: "Change the state" }).click();

  await expect(page.getByRole("heading", { name: /belongs to nothing that was begun here/ })).toBeVisible();
  await look("connect-unknown");
});

test("an answer taken to another person's browser connects nothing there, and still works at home", async ({
  page,
  account,
  newcomer,
  platforms,
}) => {
  const { personId } = await platforms.person(["Harbour Bakery"]);
  await platforms.signIn(page.context(), personId);
  const other = await newcomer();

  await openDialog(page, account.slug);
  const address = await dialogAnswer(page);

  await other.page.goto(address);
  await expect(other.page.getByRole("heading", { name: "Someone else began this" })).toBeVisible();

  await page.goto(address);
  await expect(page.getByRole("checkbox", { name: /Harbour Bakery/ })).toBeVisible();

  // The same answer once more leads to the same place.
  await page.goto(address);
  await expect(page.getByRole("checkbox", { name: /Harbour Bakery/ })).toBeVisible();
});

test("a person who was signed out meanwhile signs in and finds the answer waiting", async ({
  page,
  account,
  platforms,
}) => {
  const { personId } = await platforms.person(["Harbour Bakery"]);
  await platforms.signIn(page.context(), personId);
  await openDialog(page, account.slug);
  await page.context().clearCookies({ name: /^trunkline-session/ });
  await page.getByRole("button", { name: "Continue" }).click();

  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: /Harbour Bakery/ })).toBeVisible();
});

test("a person who may not connect sees why", async ({ page, account, newcomer, platforms }) => {
  const { personId } = await platforms.person(["Harbour Bakery"]);
  await platforms.signIn(page.context(), personId);
  await connectPages(page, account.slug, ["Harbour Bakery"]);

  const viewer = await newcomer("Vera Viewer");
  await joinAs(viewer.account.userId, account.organizationId, "viewer");
  await viewer.page.goto(`/o/${account.slug}/connections`);
  await expect(viewer.page.getByRole("button", { name: "Connect Facebook" })).toBeDisabled();
  await expect(viewer.page.getByText("Only owners and admins can connect accounts.").first()).toBeVisible();

  await viewer.page.getByRole("link", { name: "Harbour Bakery" }).first().click();
  for (const name of ["Check now", "Reconnect", "Disconnect"]) {
    await expect(viewer.page.getByRole("button", { name })).toBeDisabled();
  }
  await viewer.page.goto(`/api/oauth/facebook/start?organization=${account.slug}`);
  await expect(
    viewer.page.getByText("Only owners and admins can connect accounts. Ask one of them."),
  ).toBeVisible();

  const stranger = await newcomer();
  const response = await stranger.page.goto(`/api/oauth/facebook/start?organization=${account.slug}`);
  expect(response?.status()).toBe(404);
  await expect(
    stranger.page.getByRole("heading", { name: "There is nothing at this address" }),
  ).toBeVisible();
});
