import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { aPng } from "#tests/support/a-png.ts";
import { expect, test } from "#tests/support/e2e.ts";
import { expectNoViolationsInBothThemes } from "#tests/support/e2e-axe.ts";
import { stackSql } from "#tests/support/e2e-stack.ts";

async function aMeasuredPage(organizationId: string): Promise<void> {
  const sql = stackSql();
  const [connection] = await sql`
    insert into connections (organization_id, provider, external_id, display_name, status, connected_at)
    values (${organizationId}, 'facebook', ${`page-${crypto.randomUUID()}`}, 'Harbour Bakery', 'healthy', now()) returning id`;
  await sql`
    insert into social_media_analytics (organization_id, connection_id, date, metric_type, metric_value, source_metric)
    select ${organizationId}, ${connection?.id}, (now() at time zone 'UTC')::date - day, 'views', 25, 'views'
    from generate_series(1, 56) day`;
}

// A framed PDF is the browser's own viewer.
const expectAccessible = (page: Page) => expectNoViolationsInBothThemes(page, { exclude: "iframe" });

test("an owner sets the brand, makes a report, hands over a link and takes it back", async ({
  page,
  browser,
  account,
  look,
}) => {
  await aMeasuredPage(account.organizationId);

  await test.step("the brand", async () => {
    await page.goto(`/o/${account.slug}/settings/brand`);
    await page.getByLabel("Main colour", { exact: true }).fill("#F2C94C");
    await expect(page.getByText(/Hard to read in the light theme/)).toBeVisible();
    await page.getByRole("button", { name: "Save colours" }).click();
    await expect(page.getByText("The colours are saved.").first()).toBeVisible();

    const logo = page.getByLabel("Logo file");
    await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
    await page.getByRole("button", { name: "Save logo" }).click();
    await expect(page.getByText("This is not a PNG or JPEG picture, or it is damaged.")).toBeVisible();
    await logo.setInputFiles({
      name: "logo.png",
      mimeType: "image/png",
      buffer: aPng({ width: 240, height: 80 }),
    });
    await page.getByRole("button", { name: "Save logo" }).click();
    const picture = page.getByRole("img", { name: `Logo of ${account.organizationName}` });
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240);
    await look("brand");
    await expectAccessible(page);
  });

  await page.goto(`/o/${account.slug}/analytics/reports`);
  await expect(page.getByRole("heading", { name: "No reports yet" })).toBeVisible();
  await look("reports-none");
  await page.getByLabel("Who it is for").first().fill("Rossi & Figli");
  await page.getByRole("button", { name: "Make the report" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Social media report" })).toBeVisible();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 30_000 });

  const file = await page.getByRole("link", { name: "Open the PDF" }).getAttribute("href");
  const pdf = await page.request.get(file ?? "");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), {
    mergePages: true,
  });
  expect(text.replace(/\s+/g, " ")).toMatch(/For Rossi & Figli .* Views 700 700 ±0 %/);

  await page.getByRole("button", { name: "Make a link" }).click();
  const url = (await page.getByText(/\/d\/[\w-]{43}$/).textContent()) ?? "";
  await look("report");
  await expectAccessible(page);

  const outside = await browser.newContext();
  const client = await outside.newPage();
  await test.step("who has the link sees the report under its brand, and nothing else", async () => {
    await client.goto(url);
    await expect(client.getByRole("heading", { level: 1, name: "Social media report" })).toBeVisible();
    await expect(client.getByRole("img", { name: account.organizationName })).toBeVisible();
    await expect(client.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
    expect((await client.request.get(file ?? "", { maxRedirects: 0 })).status()).not.toBe(200);
    const shared = await client.request.get(`${url}/file`);
    expect(shared.headers()).toMatchObject({
      "content-type": "application/pdf",
      "x-robots-tag": "noindex, nofollow",
    });
    expect(await shared.body()).toEqual(await pdf.body());
    await expectAccessible(client);
  });

  await expect(page.getByText("Opened once")).toBeVisible();
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  await client.reload();
  await expect(client.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  expect((await client.request.get(`${url}/file`)).status()).toBe(404);
  await outside.close();

  await page.goto(`/o/${account.slug}/deliverables`);
  await expect(page.getByRole("link", { name: "Social media report" }).first()).toBeVisible();
  await look("reports");
  await expectAccessible(page);
});
