import { expect, test } from "#tests/support/e2e.ts";
import { stackSql } from "#tests/support/e2e-stack.ts";

const password = "correct horse battery";
const newAddress = () => `sam-${crypto.randomUUID()}@example.com`;

test("someone signs up, confirms by mail, names the business and is in it", async ({ page, mail }) => {
  const email = newAddress();
  await page.goto("/signup");
  await page.getByLabel("Your name").fill("Sam Newcomer");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();

  await page.goto(await mail.link(email));
  await expect(page.getByRole("heading", { name: "Name your business" })).toBeVisible();
  await page.getByLabel("Name of the business").fill("Sam & Daughters");
  await page.getByRole("button", { name: "Create organization" }).click();

  await expect(page).toHaveURL(/\/o\/sam-/);
  await expect(page.getByText("Sam & Daughters").first()).toBeVisible();
});

test("a forgotten password is set anew through a real mail, and only the new one signs in", async ({
  page,
  account,
  mail,
  browser,
}) => {
  await page.context().clearCookies();
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();

  const link = await mail.link(account.email, /password/i);
  await page.goto(link);
  await page.getByLabel("New password").fill("an entirely new phrase");
  await page.getByRole("button", { name: "Save new password" }).click();
  await expect(page).toHaveURL(new RegExp(`/o/${account.slug}`));

  const elsewhere = await browser.newPage();
  await elsewhere.goto("/login");
  await elsewhere.getByLabel("E-mail").fill(account.email);
  await elsewhere.getByLabel("Password", { exact: true }).fill(account.password);
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(elsewhere.getByRole("alert").first()).toBeVisible();
  // What was typed is not lost, but for the password.
  await expect(elsewhere.getByLabel("E-mail")).toHaveValue(account.email);

  await elsewhere.getByLabel("Password", { exact: true }).fill("an entirely new phrase");
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(elsewhere).toHaveURL(new RegExp(`/o/${account.slug}`));

  // The link has had its day, and being signed in is not enough to set another one.
  await elsewhere.goto(link);
  await elsewhere.getByRole("button", { name: "Continue" }).click();
  await expect(elsewhere).toHaveURL(/forgot-password/);
  await elsewhere.goto("/reset-password");
  await expect(elsewhere).toHaveURL(/forgot-password/);
  await elsewhere.close();
});

test("a link by mail signs in without a password", async ({ page, account, mail }) => {
  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();

  await page.goto(await mail.link(account.email, /sign.?in|link/i));
  await expect(page).toHaveURL(new RegExp(`/o/${account.slug}`));
});

test("a mail scanner does not spend the link, and another browser is asked before it goes on", async ({
  page,
  account,
  mail,
  browser,
  look,
}) => {
  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  const link = await mail.link(account.email, /sign.?in|link/i);

  const elsewhere = await browser.newContext({ javaScriptEnabled: false });
  await elsewhere.request.head(link);
  await elsewhere.request.get(link);
  const phone = await elsewhere.newPage();
  await phone.goto(link);
  await expect(phone.getByText(/Continue only if you asked for that mail yourself/)).toBeVisible();
  await phone.getByRole("button", { name: "Continue" }).click();
  await expect(phone).toHaveURL(new RegExp(`/o/${account.slug}`));
  await elsewhere.close();

  await page.goto(link.replace(/token_hash=[^&]*/, "token_hash=spent"));
  await expect(page.getByText("This link was already used or has expired.")).toBeVisible();
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Continue from your mail" })).toBeVisible();
  await look("continue-from-mail");
});

test("a sign-in page address with a word of its own shows no notice", async ({ page }) => {
  await page.goto("/login?notice=constructor");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveCount(0);
});

test("signing up with an address that has an account looks like any sign-up", async ({ page, account }) => {
  await page.context().clearCookies();
  await page.goto("/signup");
  await page.getByLabel("Your name").fill("Sam Again");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
});

test("an address without an account is answered like one with", async ({ page, account }) => {
  await page.context().clearCookies();
  const answers: (string | null)[] = [];
  for (const email of [newAddress(), account.email]) {
    await page.goto("/login");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    answers.push(await page.getByRole("alert").filter({ hasText: /\S/ }).textContent());
  }
  expect(answers[0]).toMatch(/password/i);
  expect(answers[0]).toBe(answers[1]);
});

test("signing out ends it, and what was asked for comes after signing in again", async ({
  page,
  account,
}) => {
  await page.goto(`/o/${account.slug}/settings`);
  await page
    .getByRole("button", { name: /Your menu/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);

  await page.goto(`/o/${account.slug}/settings`);
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/o/${account.slug}/settings`));
});

test("another organization looks like an address that does not exist", async ({
  page,
  account,
  newcomer,
}) => {
  const stranger = await newcomer("Globex Person");
  await page.goto("/");
  await expect(page).toHaveURL(new RegExp(`/o/${account.slug}`));

  for (const path of ["", "/connections", "/events", "/settings", "/settings/audit-log"]) {
    const [foreign, absent] = await Promise.all([
      page.request.get(`/o/${stranger.account.slug}${path}`),
      page.request.get(`/o/no-such-organization${path}`),
    ]);
    expect([foreign.status(), absent.status()], path).toEqual([404, 404]);
    expect(await foreign.text()).not.toContain(stranger.account.organizationName);
  }
  const stream = await page.request.get(`/api/stream?organization=${stranger.account.slug}`);
  expect(stream.status()).toBe(404);
});

test("a second organization is founded and switched to", async ({ page, account }) => {
  await page.goto("/new");
  await page.getByLabel("Name of the business").fill("Second Shop");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page).toHaveURL(/\/o\/second-shop/);

  await page
    .getByRole("button", { name: /Second Shop/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: account.organizationName }).click();
  await expect(page).toHaveURL(new RegExp(`/o/${account.slug}`));
  // The last one is where people land.
  await page.goto("/");
  await expect(page).toHaveURL(new RegExp(`/o/${account.slug}`));
});

test("a viewer reads the settings and cannot change them, nor read the audit log", async ({
  page,
  account,
  newcomer,
}) => {
  const guest = await newcomer("Vera Viewer");
  await stackSql()`
    insert into organization_members (organization_id, user_id, role)
    values (${account.organizationId}, ${guest.account.userId}, 'viewer')`;

  await guest.page.goto(`/o/${account.slug}/settings`);
  await expect(guest.page.getByText("Only owners and admins can change these settings.")).toBeVisible();
  await expect(guest.page.getByLabel("Name of the business")).toBeDisabled();
  await guest.page.goto(`/o/${account.slug}/settings/audit-log`);
  await expect(
    guest.page.getByRole("heading", { name: "The audit log is for owners and admins" }),
  ).toBeVisible();

  await page.goto(`/o/${account.slug}/settings`);
  await page.getByLabel("Name of the business").fill("Renamed by its owner");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Renamed by its owner").first()).toBeVisible();
  await page.goto(`/o/${account.slug}/settings/audit-log`);
  await expect(page.getByRole("row", { name: /changed the name/ }).first()).toBeVisible();
});
