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
