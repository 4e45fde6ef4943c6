import { sql as statement } from "drizzle-orm";
import { expect, test } from "vitest";
import { lookAfterNews } from "#lib/connections/look-after-news.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { applyEffects } from "#lib/webhooks/apply-effects.ts";
import { attemptEvent } from "#lib/webhooks/attempt-event.ts";
import { dueEvents } from "#lib/webhooks/due-events.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const organization = anOrganization();
const receive = receiver(metaWebhook);

/** What three messages cause, each as `work` says of its number. */
async function effectsOf(within: number, work: (tx: Transaction, number: number) => Promise<unknown>) {
  const page = await aConnection(await organization);
  for (const text of ["one", "two", "three"])
    await receive(metaRequest(messageTo(page.externalId, { text })));
  let number = 0;
  return asSystem(async (tx) => {
    const told = {
      label: String,
      interpret: () => ({ summary: "Done.", effect: { kind: "check" } as const }),
    };
    const attempts = (await dueEvents(tx, page.id, 10)).map((event) => attemptEvent(event, told));
    const apply = async (savepoint: Transaction) => void (await work(savepoint, ++number));
    const applied = await applyEffects(tx, attempts, { within, apply });
    const [after] = await tx.execute<{ timeout: string; kept: number }>(
      statement`select current_setting('statement_timeout') as timeout,
        (select count(*)::int from connections where display_name like 'Effect %' and id = ${page.id}) as kept`,
    );
    return { applied, after, page };
  });
}

test("an effect that takes too long fails alone, and what it has done is undone", async () => {
  const { applied, after } = await effectsOf(150, async (tx, number) => {
    await tx.execute(statement`update connections set display_name = ${`Effect ${number}`}`);
    if (number === 2) await tx.execute(statement`select pg_sleep(10)`);
  });

  expect(applied.slice(0, 2)).toMatchObject([
    { outcome: "processed", errorMessage: null },
    { outcome: "failed", errorMessage: "It took too long, more than 0.15 seconds, and was stopped." },
  ]);
  expect(applied[1]?.durationMs).toBeGreaterThanOrEqual(150);
  // The third waits for the next batch, so that the first is not held up any longer.
  expect(applied).toHaveLength(2);
  expect(after).toEqual({ timeout: "0", kept: 1 });
});

test("an effect of many short steps has the same limit", async () => {
  const { applied } = await effectsOf(100, async (tx, number) => {
    for (let step = 0; number === 1 && step < 6; step += 1)
      await tx.execute(statement`select pg_sleep(0.03)`);
  });
  expect(applied[0]).toMatchObject({
    outcome: "failed",
    errorMessage: expect.stringContaining("took too long"),
  });
});

test("news has an account looked at once: not if someone looked since, and never more often than every five minutes", async () => {
  const { id, organizationId } = await aConnection(await organization);
  const jobs = () =>
    sql`select key, run_at from graphile_worker._private_jobs where key like ${`connection.check%:${id}`}`;
  const news = (secondsAgo: number) =>
    asSystem((tx) => lookAfterNews(tx, id, new Date(Date.now() - secondsAgo * 1000)));
  const looked = (secondsAgo: number) => sql`
    insert into connection_checks (organization_id, connection_id, status, lines, cause, duration_ms, checked_at)
    values (${organizationId}, ${id}, 'healthy', '[]', 'schedule', 1, now() - make_interval(secs => ${secondsAgo}))`;

  await news(0);
  expect(await jobs()).toMatchObject([{ key: `connection.check:${id}` }]);
  await sql`delete from graphile_worker._private_jobs`;

  await looked(60);
  await news(120);
  expect(await jobs()).toEqual([]);

  const before = Date.now();
  await news(0);
  await news(0);
  const [later, ...others] = await jobs();
  expect(others).toEqual([]);
  expect(later?.key).toBe(`connection.check-later:${id}`);
  const waitMs = later?.run_at.getTime() - before;
  expect(waitMs).toBeGreaterThan(230_000);
  expect(waitMs).toBeLessThan(250_000);
});
