import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

type Options = { tags?: string[]; exclude?: string };

/**
 * Axe finds nothing on the page as it stands, in the width and theme it has. A page that is rendered anew while it is looked
 * at has no title for a moment, so it is looked at again; what is wrong with it stays wrong.
 */
export async function expectNoViolations(page: Page, { tags, exclude }: Options = {}): Promise<void> {
  await expect(async () => {
    // There are no frames of others to look into, for which it would open a page of its own each time.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (tags) axe.withTags(tags);
    if (exclude) axe.exclude(exclude);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    expect(found, `${page.url()} ${JSON.stringify(page.viewportSize())}`).toEqual([]);
  }).toPass({ timeout: 15_000 });
}

/** The same in both themes, one after the other. */
export async function expectNoViolationsInBothThemes(page: Page, options?: Options): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolations(page, options);
  }
  await page.emulateMedia({ colorScheme: null });
}
