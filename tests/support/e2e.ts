import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Account, openAccount } from "./e2e-account.ts";
import { type Look, lookAt } from "./e2e-look.ts";
import { type Mail, mailCatcher } from "./e2e-mail.ts";
import { keepPages } from "./e2e-pages.ts";
import { type Platforms, platforms } from "./e2e-platforms.ts";

type Newcomer = { account: Account; page: Page; context: BrowserContext };

type Fixtures = {
  /** The mails that people got. */
  mail: Mail;
  /** The stand-in for Facebook: its people and Pages, and what customers do there. */
  platforms: Platforms;
  /** Someone with an organization of their own; `page` is signed in as them. */
  account: Account;
  /** Someone else, with their own organization and their own browser. */
  newcomer: (name?: string) => Promise<Newcomer>;
  /** Keeps pictures of the page at 390 and 1440 px in both themes, for people to look at; `KEEP_LOOKS=1` asks for them. */
  look: Look;
};

export const test = base.extend<Fixtures>({
  context: async ({ context, baseURL }, use) => {
    keepPages(context, baseURL ?? "");
    await use(context);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  mail: async ({}, use) => use(mailCatcher),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  platforms: async ({}, use) => use(platforms),
  account: async ({ context }, use) => use(await openAccount(context)),
  newcomer: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name) => {
      const context = await browser.newContext();
      keepPages(context, baseURL ?? "");
      contexts.push(context);
      return { account: await openAccount(context, name), page: await context.newPage(), context };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  look: async ({ page }, use) => use(process.env.KEEP_LOOKS ? (name) => lookAt(page, name) : async () => {}),
});

export { expect };
