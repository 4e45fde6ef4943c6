import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, test } from "#tests/support/e2e.ts";
import { expectNoViolationsInBothThemes } from "#tests/support/e2e-axe.ts";
import { stackSql } from "#tests/support/e2e-stack.ts";

/** 200 people a day, and 250 in the last four weeks but for one day that was not told; followers of the last days only. */
async function aMeasuredPage(organizationId: string): Promise<void> {
  const sql = stackSql();
  const [connection] = await sql`
    insert into connections (organization_id, provider, external_id, display_name, status, connected_at)
    values (${organizationId}, 'facebook', ${`page-${crypto.randomUUID()}`}, 'Harbour Bakery', 'healthy', now()) returning id`;
  await sql`
    insert into social_media_analytics (organization_id, connection_id, date, metric_type, metric_value, source_metric)
    select ${organizationId}, ${connection?.id}, (now() at time zone 'UTC')::date - day, metric,
      case metric when 'followers' then 1000 - day when 'reach' then case when day > 28 then 200 else 250 end end, metric
    from generate_series(1, 56) day, unnest(array['followers', 'reach']) metric
    where not (metric = 'reach' and day = 3) and (metric = 'reach' or day <= 28)`;
}

/** The scripts a page was given that can draw charts. */
function chartingScripts(page: Page) {
  const found: Promise<string | undefined>[] = [];
  page.on("response", (response) => {
    if (!response.url().endsWith(".js")) return;
    const text = response.text().catch(() => "");
    found.push(text.then((code) => (code.includes("recharts-") ? response.url() : undefined)));
  });
  return async () => (await Promise.all(found)).filter((url) => url !== undefined);
}

test("an owner reads how the accounts did, and takes the figures along", async ({ page, account, look }) => {
  const charting = chartingScripts(page);
  await page.goto(`/o/${account.slug}/analytics`);
  await expect(page.getByRole("heading", { name: "Nothing to measure yet" })).toBeVisible();
  // Once the shortcuts answer, the page has all the code it asks for.
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await charting(), "charting code where there is no chart").toEqual([]);

  await aMeasuredPage(account.organizationId);
  await page.reload();
  const card = (name: string) => page.getByRole("region", { name, exact: true });
  const reach = card("Reach");
  await expect(reach.getByRole("heading")).toHaveText("Reach rose 25 % to 6,750");
  await expect(reach.getByText("1 day was not told, and is left open.")).toBeVisible();
  await expect(card("Followers").getByRole("heading")).toHaveText("Followers: 999");
  await expect(
    card("Views").getByText(/has not been read yet|could not be read|is being read|Nothing was told/),
  ).toBeVisible();

  const chart = reach.getByRole("application");
  await expect(chart).toBeVisible();
  expect((await charting()).length, "charting code where there is a chart").toBeGreaterThan(0);
  await look("analytics");

  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(reach.getByText("The 28 days before")).toHaveCount(2);
  await expect(
    card("Followers").getByText(/^\w{3},? \d+ \w+ \d{4}$/),
    "the crosshair stands in every chart",
  ).toBeVisible();
  await page.keyboard.press("Tab");

  await reach.getByRole("button", { name: "Table" }).click();
  const table = reach.getByRole("region", { name: "Reach, as a table" });
  await expect(table.getByRole("row")).toHaveCount(29);
  await expect(table.getByRole("cell", { name: "not told" })).toHaveCount(1);

  await expectNoViolationsInBothThemes(page);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    reach.getByRole("link", { name: "CSV of Reach" }).click(),
  ]);
  const rows: Record<string, string>[] = parse(readFileSync(await file.path()), { columns: true, bom: true });
  expect(rows.map(({ figure, value }) => `${figure} ${value}`)).toEqual(Array(27).fill("reach 250"));

  await page.getByRole("link", { name: "7 days" }).click();
  await expect(page).toHaveURL(/\?range=7d$/);
  await expect(reach.getByRole("heading")).toHaveText("Reach stayed at 1,500");
  await page.goBack();
  await expect(reach.getByRole("heading")).toHaveText("Reach rose 25 % to 6,750");
});
