import type { BrowserContext, Page } from "@playwright/test";
import { test as base, expect } from "#tests/support/e2e.ts";
import { expectNoViolations } from "#tests/support/e2e-axe.ts";
import type { Look } from "#tests/support/e2e-look.ts";
import { keepPages } from "#tests/support/e2e-pages.ts";
import { stackValue } from "#tests/support/e2e-stack.ts";

const demo = "/o/fade-and-co";

const outside = [
  "/login",
  "/signup",
  "/forgot-password",
  "/auth/continue",
  "/going-live",
  "/going-live/facebook",
  "/going-live/twilio_whatsapp",
  "/no-such-page",
  "/deletion/no-such-code",
  "/d/no-such-token",
];
const inside = [
  "/new",
  demo,
  `${demo}/connections`,
  `${demo}/connections?health=broken`,
  `${demo}/connections?health=disconnected`,
  `${demo}/connections/new/twilio_whatsapp`,
  `${demo}/connections/new/whatsapp`,
  "/going-live/zoom",
  `${demo}/events`,
  `${demo}/events?status=dead`,
  `${demo}/events?q=Luis&range=7d`,
  `${demo}/events/problems`,
  `${demo}/analytics`,
  `${demo}/analytics/content`,
  `${demo}/analytics/competitors`,
  `${demo}/analytics/reports`,
  `${demo}/meetings`,
  `${demo}/settings`,
  `${demo}/settings/brand`,
  `${demo}/events/refused?range=30d`,
  `${demo}/settings/events`,
  `${demo}/settings/alerts`,
  `${demo}/settings/audit-log`,
  `${demo}/no-such-page`,
];

/** One browser session for all pages that are looked at with it: what they share is loaded, and signed in to, once. */
const withSession = (prepare: (page: Page) => Promise<void>) =>
  base.extend<object, { session: BrowserContext }>({
    session: [
      async ({ browser }, use) => {
        const baseURL = stackValue("BASE_URL");
        const context = await browser.newContext({ baseURL, reducedMotion: "reduce" });
        keepPages(context, baseURL);
        const page = await context.newPage();
        await prepare(page);
        await page.close();
        await use(context);
        await context.close();
      },
      { scope: "worker" },
    ],
    page: async ({ session }, use) => {
      const page = await session.newPage();
      await use(page);
      await page.close();
    },
  });

const stranger = withSession(async () => {});
const member = withSession(async (page) => {
  await page.goto("/login");
  await page.getByRole("button", { name: /demo account/ }).click();
  await expect(page).toHaveURL(new RegExp(demo));
});

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const nameOf = (path: string) => path.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home";

/** Each width and each theme once: the themes differ in their colours alone, which both widths take from the same tokens. */
const looks = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

async function expectAccessible(page: Page) {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectNoViolations(page, { tags: everything });

    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${page.url()} is wider than ${width} px`).toBeLessThanOrEqual(0);
  }
}

const isForEveryone =
  (path: string) =>
  async ({ page, look }: { page: Page; look: Look }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await look(nameOf(path));
  };

for (const path of outside) stranger(`${path} is for everyone`, isForEveryone(path));
for (const path of inside) member(`${path} is for everyone`, isForEveryone(path));

member("a connection is for everyone", async ({ page, look }) => {
  await page.goto(`${demo}/connections`);
  await page
    .getByRole("link", { name: /Fade & Co/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/connections\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1, name: /Fade & Co/ })).toBeVisible();
  await expectAccessible(page);
  await look("connection");
});

member("a form that complains is for everyone", async ({ page, look }) => {
  await page.goto(`${demo}/connections/new/twilio_whatsapp`);
  await page.getByLabel("Account SID").fill("SK123");
  await page.getByRole("button", { name: "Check and connect" }).click();
  await expect(page.getByLabel("Account SID")).toBeFocused();
  await expect(page.getByLabel("Account SID")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await look("credentials-complaint");
});

async function openAnEvent(page: Page) {
  await page.goto(`${demo}/events`);
  await page.locator(`a[href*="${demo}/events/0"]:visible`).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
}

member("an event in its drawer is for everyone", async ({ page, look }) => {
  await openAnEvent(page);
  await expectAccessible(page);
  await look("event-drawer");
});

member("an event on a page of its own is for everyone", async ({ page, look }) => {
  await openAnEvent(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await look("event-page");
});
