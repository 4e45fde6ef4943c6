import { randomInt } from "node:crypto";
import { expect, test } from "#tests/support/e2e.ts";
import { stackSql, stackValue } from "#tests/support/e2e-stack.ts";
import { messageTo, metaDelivery } from "#tests/support/meta-delivery.ts";

test("what failed is run again: first the dry run, then the result, which can be opened again", async ({
  page,
  request,
  account,
  look,
}) => {
  const sql = stackSql();
  const pageId = `9${randomInt(1e12, 1e13 - 1)}`;
  await sql`
    insert into connections (organization_id, provider, external_id, display_name, status)
    values (${account.organizationId}, 'facebook', ${pageId}, 'Corner Bakery', 'healthy')`;
  for (const text of ["Fine", "Poisoned"]) {
    const { headers, body } = metaDelivery(messageTo(pageId, { text }), {
      secret: stackValue("META_APP_SECRET"),
    });
    const response = await request.post("/api/webhooks/meta", { headers, data: Buffer.from(body) });
    expect(response.status()).toBe(200);
  }
  const standing = (status: string) => sql`
    select 1 from webhook_events where account_external_id = ${pageId} and status = ${status}::webhook_event_status`;
  await expect.poll(() => standing("processed")).toHaveLength(2);
  await sql`
    update webhook_events set status = 'dead', attempts = 8, error_message = 'It could not be read.'
    where account_external_id = ${pageId} and summary like '%Poisoned%'`;

  await page.goto(`/o/${account.slug}/events/replays/new?connection=${await connectionOf(pageId)}`);
  await expect(page.getByText("1 event will run")).toBeVisible();
  await expect(page.getByText("1 already succeeded and is skipped")).toBeVisible();
  // A success takes two ticks.
  await page.getByLabel(/that already succeeded/).check();
  await look("replay-dry-run");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText("Tick this too, or untick the one above.")).toBeVisible();
  await page.getByLabel(/that already succeeded/).uncheck();
  await page.getByRole("button", { name: "Start" }).click();

  await expect(page).toHaveURL(/\/events\/replays\/[0-9a-f-]{36}$/);
  await expect(page.locator("main header").getByText("Done")).toBeVisible();
  await expect(page.getByText("1 of 1 have run")).toBeVisible();
  await expect.poll(() => standing("processed")).toHaveLength(2);
  await look("replay-result");

  await page.getByRole("link", { name: "See its events" }).click();
  await expect(page.getByRole("row", { name: /Poisoned/ })).toContainText("Processed");
  await expect(page.getByRole("row", { name: /Fine/ })).toHaveCount(0);

  await page.goto(`/o/${account.slug}/events/replays`);
  await expect(page.getByRole("row", { name: /Corner Bakery/ })).toContainText("1 event run");
  await look("replay-list");

  async function connectionOf(externalId: string): Promise<string> {
    const [row] = await sql`select id from connections where external_id = ${externalId}`;
    return String(row?.id);
  }
});
