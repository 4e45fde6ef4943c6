import type { Page } from "@playwright/test";

/** A text that can be looked for in a page, whatever stands around it. */
export const markText = (number: number): string => `mark ${number} seen.`;

/** Has the page note when each mark is first painted, from now on. */
export async function watchMarks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Record<string, number> = {};
    Object.assign(window, { seenMarks: seen });
    const look = () => {
      const now = performance.timeOrigin + performance.now();
      for (const [, number = ""] of (document.querySelector("main")?.textContent ?? "").matchAll(
        /mark (\d+) seen\./g,
      )) {
        seen[number] ??= now;
      }
    };
    let isDue = false;
    new MutationObserver(() => {
      if (isDue) return;
      isDue = true;
      // What has changed is painted right after this.
      requestAnimationFrame(() => {
        isDue = false;
        look();
      });
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/** When each mark was first painted, in milliseconds since the epoch. */
export function seenMarks(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => (window as unknown as { seenMarks: Record<string, number> }).seenMarks);
}
