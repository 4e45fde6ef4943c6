import { expect, type Page } from "@playwright/test";
import { stackSql, stackValue } from "./e2e-stack.ts";

/** From Connections into Facebook's window. */
export async function openDialog(page: Page, slug: string): Promise<void> {
  await page.goto(`/o/${slug}/connections`);
  await page.getByRole("button", { name: "Connect Facebook" }).click();
}

/** Goes through the window with everything ticked and connects these Pages; ends on the page that says what became of them. */
export async function connectPages(page: Page, slug: string, names: string[]): Promise<void> {
  await openDialog(page, slug);
  await page.getByRole("button", { name: "Continue" }).click();
  for (const name of names) await page.getByRole("checkbox", { name: new RegExp(name) }).check();
  await page.getByRole("button", { name: "Connect what is ticked" }).click();
  await expect(page.getByRole("region", { name: "Result" }).getByText(names[0] ?? "")).toBeVisible();
}

/** Makes someone a member of an organization, as an accepted invitation will. */
export async function joinAs(userId: string, organizationId: string, role: string): Promise<void> {
  await stackSql()`
    insert into organization_members (organization_id, user_id, role) values (${organizationId}, ${userId}, ${role})`;
}

/** What Facebook knows at this moment. */
export async function facebookState(): Promise<{ subscriptions: Record<string, string[]> }> {
  const response = await fetch(`${stackValue("PROVIDER_SANDBOX_URL")}/control/state`);
  return response.json();
}

/** Where Facebook's window, as it stands in this page, would send the person back to; the person is not sent. */
export async function dialogAnswer(page: Page): Promise<string> {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Continue" }) });
  const fields = await form.evaluate((element) =>
    new URLSearchParams([...new FormData(element as HTMLFormElement)] as [string, string][]).toString(),
  );
  const response = await page.request.post(page.url(), {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    data: `${fields}&decision=continue`,
    maxRedirects: 0,
  });
  return response.headers().location ?? "";
}
