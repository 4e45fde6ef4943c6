import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Response } from "@playwright/test";

/** Where everything lies that browsers were given, for who looks through it afterwards. */
export const givenPages = join("test-results", "given");

/** Keeps each page, part of a page and answer of ours that this browser gets. */
export function keepPages(context: BrowserContext, origin: string): void {
  mkdirSync(givenPages, { recursive: true });
  const file = join(givenPages, `${process.pid}.txt`);

  context.on("response", async (response) => {
    if (!response.url().startsWith(origin) || !isText(response)) return;
    // Who navigates away takes the body along: nobody saw it either.
    const body = await response.text().catch(() => "");
    appendFileSync(file, `${response.url()}\n${body}\n`);
  });
}

/** The stream of notices never ends, so its body never comes. */
function isText(response: Response): boolean {
  return /text\/(html|x-component|plain)|application\/json/.test(response.headers()["content-type"] ?? "");
}
