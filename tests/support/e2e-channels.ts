import { expect, type Page } from "@playwright/test";
import { platforms } from "./e2e-platforms.ts";
import { stackValue } from "./e2e-stack.ts";

/** Whole lives of a connection: under a minute each, and longer where other work keeps the machine busy. */
export const wholeLife = { timeout: 180_000 };

/** How a story is told between two customers. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What an account at a platform is called, and no other is. */
export const aName = (first = "Harbour") => `${first} ${crypto.randomUUID().slice(0, 8)}`;

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

/** Sends the credentials that stand in the form, and is at the connection they open. */
export async function connectTyped(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Check and connect" }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

/** Renews the connection in place, by the form that `type` fills in. */
export async function reconnectTyped(page: Page, type: () => Promise<void>): Promise<void> {
  const address = page.url();
  await page.getByRole("link", { name: "Reconnect" }).click();
  await type();
  await page.getByRole("button", { name: "Check and reconnect" }).click();
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

/** Has the platform asked now, and all is well again; `isMended` is what a look sets right by itself. */
export async function expectWell(page: Page, isMended?: () => Promise<boolean>): Promise<void> {
  await page.getByRole("button", { name: "Check now" }).click();
  if (isMended) await expect.poll(isMended).toBe(true);
  await expectStatus(page, "Healthy");
}

/** The page of a connection that waits for its first event sees it arrive, by what `act` causes. */
export async function expectFirstEvent(page: Page, act: () => Promise<unknown>): Promise<void> {
  await expect(page.getByText("Waiting for the first event…")).toBeVisible();
  await act();
  await expect(page.getByText(/The first event arrived/)).toBeVisible();
}

/** Sees in Events, which is open already, what happens meanwhile. */
export async function expectLive(page: Page, sentence: string | RegExp): Promise<void> {
  const shown = page.getByText(sentence, { exact: typeof sentence === "string" }).filter({ visible: true });
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
