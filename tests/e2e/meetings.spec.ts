import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e.ts";
import { expectNoViolations } from "#tests/support/e2e-axe.ts";
import {
  allow,
  aName,
  expectFits,
  expectLive,
  happens,
  openConnect,
  signInAt,
} from "#tests/support/e2e-channels.ts";
import { platforms } from "#tests/support/e2e-platforms.ts";

test.describe.configure({ timeout: 180_000 });

/** On both widths, in both themes. */
async function expectForEveryone(page: Page) {
  for (const [width, colorScheme] of [
    [390, "light"],
    [1440, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await expectNoViolations(page);
    await expectFits(page);
  }
}

test("meetings: planned, live with who is in it, and over with what was recorded", async ({
  page,
  account,
  look,
}) => {
  await page.goto(`/o/${account.slug}/meetings`);
  await expect(page.getByRole("heading", { name: "No Zoom account is connected" })).toBeVisible();
  await look("meetings-none");

  const lastName = aName("Host");
  const asked = { firstName: "Ana", lastName, plan: "licensed", weeks: 5 };
  const { userId } = await platforms.control<{ userId: string }>("zoom/users", asked);
  await signInAt(page, "zoom", { userId });
  await openConnect(page, account.slug, "Zoom");
  await allow(page, `Ana ${lastName}`);

  await test.step("what is planned at Zoom is there by itself", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await expect(page.getByRole("heading", { level: 1, name: "Meetings" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Team check-in" }).first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step("a meeting that begins is live, with who is in it", async () => {
    await happens("zoom", userId, "started", "Harbour meeting");
    await expect(page.getByRole("region", { name: "Live now" }).getByText("Harbour meeting")).toBeVisible();
    await happens("zoom", userId, "joined", "Bo Guest");
    await expectLive(page, "1 person in it");
    await expectForEveryone(page);
    await look("meetings-live");
    await page.getByRole("link", { name: "Harbour meeting" }).click();
    await expect(page.getByRole("row", { name: /Bo Guest/ })).toContainText("There");
  });

  await test.step("over, it says so, and where its recording is", async () => {
    await happens("zoom", userId, "ended");
    await happens("zoom", userId, "recording");
    await expect(page.locator("main header").getByText("Ended", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: /Open at Zoom/ })).toHaveAttribute(
      "href",
      /^https:\/\/.*zoom\.us\/rec/,
    );
    await expectForEveryone(page);
    await look("meeting-over");
  });

  await test.step("the event that said so leads to it", async () => {
    const meeting = page.url();
    await page.goto(`/o/${account.slug}/events`);
    await page.getByRole("link", { name: "Meeting ended" }).click();
    await page.getByRole("dialog", { name: "Event" }).getByRole("link", { name: "the meeting" }).click();
    await expect(page).toHaveURL(meeting);
  });

  await test.step("what took place before it was connected is among the past", async () => {
    await page.goto(`/o/${account.slug}/meetings?view=past`);
    await expect(page.getByRole("link", { name: "Customer talk" }).first()).toBeVisible({ timeout: 60_000 });
    await look("meetings-past");
    await page.getByRole("link", { name: "Team check-in" }).first().click();
    await expect(page.getByRole("row", { name: /Ana Host/ })).toBeVisible();
    await look("meeting-past");
  });
});
