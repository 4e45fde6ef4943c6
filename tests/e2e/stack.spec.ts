import { expect, test } from "#tests/support/e2e.ts";

test("the demo account signs in and lands in its organization", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("E-mail", { exact: true }).fill("demo@trunkline.example");
  await page.getByLabel("Password", { exact: true }).fill("demo-barbershop");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();

  await expect(page).toHaveURL(/\/o\/fade-and-co/);
});

test("a new account is signed in, in its own organization", async ({ page, account }) => {
  await page.goto("/");

  await expect(page).toHaveURL(new RegExp(`/o/${account.slug}`));
});
