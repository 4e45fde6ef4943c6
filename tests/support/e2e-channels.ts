import { expect, type Page } from "@playwright/test";
import { platforms } from "./e2e-platforms.ts";
import { stackValue } from "./e2e-stack.ts";

/** How a story is told between two customers. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** From Connections to the platform's dialog, or to the form for its credentials. */
export async function openConnect(page: Page, slug: string, provider: string): Promise<void> {
  await page.goto(`/o/${slug}/connections`);
  const name = `Connect ${provider}`;
  await page
    .getByRole("button", { name, exact: true })
    .or(page.getByRole("link", { name, exact: true }))
    .click();
}

/** Allows everything that is ticked in the platform's dialog and goes on to the connection itself. */
export async function allow(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Allow" }).click();
  await page.getByRole("region", { name: "Result" }).getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Renews the connection in place, by the dialog. */
export async function reconnect(page: Page, name: string): Promise<void> {
  const address = page.url();
  await page.getByRole("button", { name: "Reconnect" }).click();
  await allow(page, name);
  await expect(page).toHaveURL(address);
  await expectStatus(page, "Healthy");
}

/** The connection's status, beside its name. */
export async function expectStatus(page: Page, status: string): Promise<void> {
  await expect(page.locator("main header").getByText(status, { exact: true })).toBeVisible();
}

/** Nothing stands out of the screen: who has to drag a page sideways misses half of it. */
export async function expectFits(page: Page): Promise<void> {
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(Math.min(screen, page.viewportSize()?.width ?? screen));
}

/** Has the platform asked now: the page comes to this status by itself, and says why. */
export async function expectCheck(page: Page, status: string, reason: RegExp): Promise<void> {
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText(reason).first()).toBeVisible();
  await expectStatus(page, status);
}

/** Sees in Events, which is open already, what happens meanwhile. */
export async function expectLive(page: Page, sentence: string): Promise<void> {
  const shown = page.getByText(sentence, { exact: true }).filter({ visible: true });
  await expect(shown.first()).toBeVisible();
}

/** Disconnects on the connection's page, after the question, and finds in Events what came before. */
export async function disconnect(page: Page, slug: string, before: string): Promise<void> {
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText(/What came before is kept/)).toBeVisible();
  await expectStatus(page, "Disconnected");
  await page.goto(`/o/${slug}/events`);
  await expectLive(page, before);
}

/** A customer, or the platform, does something on a channel. */
export function happens(channel: string, accountId: string, kind: string, text = ""): Promise<unknown> {
  return platforms.control("events", { channel, accountId, customer: "Bo Customer", kind, text });
}

/** What a platform other than Facebook knows at this moment. */
export async function platformState<State>(platform: string): Promise<State> {
  const response = await fetch(`${stackValue("PROVIDER_SANDBOX_URL")}/control/state`);
  return (await response.json())[platform];
}

/** This browser is signed in at a platform other than Facebook. */
export async function signInAt(page: Page, platform: string, who: object): Promise<void> {
  const url = `${stackValue("PROVIDER_SANDBOX_URL")}/control/${platform}/login`;
  const response = await page.context().request.post(url, { data: who });
  if (!response.ok()) throw new Error(`${platform}: ${response.status()} ${await response.text()}`);
}
