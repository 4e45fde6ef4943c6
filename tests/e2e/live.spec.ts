import type { Page } from "@playwright/test";
import { topics } from "#lib/live/topics.ts";
import { expect, test } from "#tests/support/e2e.ts";
import { stackSql } from "#tests/support/e2e-stack.ts";

/** Opens a line as a page of the organization does, and reads until it has said this or ends. */
function hear(page: Page, slug: string, lastHeard: string, wanted: string): Promise<string> {
  return page.evaluate(
    async ([organization, id, until]) => {
      const headers = id ? { "last-event-id": id } : undefined;
      const response = await fetch(`/api/stream?organization=${organization}`, { headers });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      for (;;) {
        const { done = true, value = "" } = (await reader?.read()) ?? {};
        text += value;
        if (!done && !text.includes(until)) continue;
        if (!done) await reader?.cancel();
        return text;
      }
    },
    [slug, lastHeard, wanted] as const,
  );
}

const idIn = (text: string) => /^id: (.+)$/m.exec(text)?.[1] ?? "";
const topicsIn = (text: string) => [...text.matchAll(/^event: (\w+)$/gm)].map(([, topic]) => topic);

test("a lost line is taken up where it was, and ends when the person signs out", async ({
  account,
  page,
  context,
}) => {
  await page.goto(`/o/${account.slug}/settings`);
  const first = await hear(page, account.slug, "", "event: listening");
  expect(topicsIn(first)).toEqual([...topics, "listening"]);

  const notice = JSON.stringify({ organizationId: account.organizationId, topic: "replays" });
  await stackSql()`select pg_notify('trunkline', ${notice})`;
  await expect(async () => {
    const again = await hear(page, account.slug, idIn(first), "event: listening");
    expect(topicsIn(again)).toEqual(["replays", "listening"]);
  }).toPass();

  const line = hear(page, account.slug, "", "never said");
  const elsewhere = await context.newPage();
  await elsewhere.goto(`/o/${account.slug}`);
  await elsewhere
    .getByRole("button", { name: /Your menu/ })
    .first()
    .click();
  await elsewhere.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(elsewhere).toHaveURL(/\/login/);
  expect(topicsIn(await line)).toContain("listening");
});
