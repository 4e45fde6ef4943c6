import { randomInt } from "node:crypto";
import { parse } from "csv-parse/sync";
import { expect, test } from "#tests/support/e2e.ts";
import { expectNoViolations } from "#tests/support/e2e-axe.ts";
import { stackSql } from "#tests/support/e2e-stack.ts";

test("posts are ordered, narrowed and exported, and a competitor is watched and let go", async ({
  page,
  account,
  look,
}) => {
  const sql = stackSql();
  const home = `/o/${account.slug}/analytics`;
  const [connection] = await sql`
    insert into connections (organization_id, provider, external_id, display_name, status)
    values (${account.organizationId}, 'facebook', ${`9${randomInt(1e12, 1e13 - 1)}`}, 'Corner Bakery', 'healthy')
    returning id`;
  await sql`
    insert into social_media_content (organization_id, connection_id, platform_content_id, content_type, content_text,
      engagement_metrics, reach_metrics, published_at, removed_at, content_hash)
    select ${account.organizationId}, ${connection?.id}, name, 'post', name,
      jsonb_build_object('likes', likes, 'comments', 1), '{}', now() - days * interval '1 day', gone, 'hash'
    from (values ('=Rye bread', 5, 2, null::timestamptz), ('Rolls', 50, 3, null), ('Old cake', 500, 4, now())) as p (name, likes, days, gone)`;

  await page.goto(`${home}/content`);
  const posts = page.getByRole("region", { name: "Posts" }).getByRole("row");
  await expect(posts).toHaveCount(4);
  await expect(page.getByText("3 posts published")).toBeVisible();
  await page.getByRole("link", { name: "Likes", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Likes" })).toHaveAttribute("aria-sort", "descending");
  await expect(posts.nth(1)).toContainText("Old cake");
  await expect(posts.nth(1)).toContainText("Removed");
  await expect(posts.nth(1).getByText("not told").first()).toBeAttached();
  await look("content");
  await expectNoViolations(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await (await download).createReadStream();
  const rows = parse(Buffer.concat(await file.toArray()), { bom: true, columns: true });
  expect(rows).toMatchObject([{ text: "Old cake" }, { text: "Rolls" }, { text: "'=Rye bread", likes: "5" }]);

  await page.getByRole("textbox", { name: "Search posts" }).fill("ROLL");
  await page.keyboard.press("Enter");
  await expect(posts).toHaveCount(2);
  await page.getByRole("heading", { name: "Content", level: 1 }).click();
  await page.keyboard.press("j");
  await expect(posts.nth(1).getByRole("link", { name: "Rolls" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What was counted" })).toBeVisible();
  await expect(page.getByRole("definition").first()).toHaveText("50");

  await page.goto(`${home}/competitors`);
  await page.getByLabel("Platform").selectOption("Instagram");
  await page.getByLabel("Name or address").fill("two words");
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(page.getByText("Enter the name as it stands")).toBeVisible();
  await page.getByLabel("Name or address").fill("https://www.instagram.com/SharpCuts/");
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  const watched = page
    .getByRole("region", { name: "Accounts at Instagram" })
    .getByRole("row", { name: /sharpcuts/ });
  await expect(watched).toBeVisible();
  await look("competitors");
  await expectNoViolations(page);

  await watched.getByRole("button", { name: "Stop watching sharpcuts" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop watching" }).click();
  await expect(watched).toHaveCount(0);
  await expect(page.getByText("sharpcuts is no longer watched.")).toBeVisible();
});
