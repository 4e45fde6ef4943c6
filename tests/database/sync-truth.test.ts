// First, so that the sandbox is told the address where this test file is really reached.
import "#tests/support/public-address.ts";

import { AsyncLocalStorage } from "node:async_hooks";
import { beforeAll, expect, test, vi } from "vitest";
import { syncConnection } from "#lib/sync/sync-connection.ts";
import type { Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { control } from "#tests/support/sandbox.ts";
import {
  type Account,
  expectTruth,
  fiveAccounts,
  lastRun,
  letTimePass,
  readToTheEnd,
  timeZone,
  turn,
} from "#tests/support/sync-accounts.ts";
import { truthOf } from "#tests/support/told-truth.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let acme: Organization;
let accounts: Account[];
beforeAll(async () => {
  ({ acme, accounts } = await fiveAccounts());
});

/** Another Page is read as everyone may; an Instagram account only through one that is linked to the Page. */
async function expectCompetitors(page: Account, watched: Account) {
  const truth = await truthOf(watched.externalId, timeZone);
  const [ofFacebook, ofInstagram] = await sql`
    select competitors.*, (select count(*)::int from social_media_content where competitor_id = competitors.id) as read
    from competitors where connection_id = ${page.connectionId} order by provider::text`;
  expect(ofFacebook).toMatchObject({ error: null, external_id: watched.externalId });
  expect(Number(ofFacebook?.followers)).toBe(truth.followers);
  expect(ofFacebook?.read).toBeGreaterThan(10);
  expect(ofInstagram).toMatchObject({
    followers: null,
    error: expect.stringContaining("Instagram"),
    read: 0,
  });
}

/**
 * Workers that die: the call they had made is never answered to them, and after their minute another takes the run up.
 * Which account a call is for is told by the work it is made in.
 */
function mortal() {
  const real = globalThis.fetch;
  const work = new AsyncLocalStorage<{ account: Account }>();
  const plans = new Map<Account, number[]>();
  const calls = new Map<Account, number>();
  const dying = new Map<Account, () => void>();
  const zombies: Promise<void>[] = [];
  let resurrect = () => {};
  const raised = new Promise<void>((resolve) => {
    resurrect = resolve;
  });
  let deaths = 0;

  globalThis.fetch = async (...call) => {
    const { account } = work.getStore() ?? {};
    if (account) {
      const count = (calls.get(account) ?? 0) + 1;
      calls.set(account, count);
      if (plans.get(account)?.[0] === count) {
        plans.get(account)?.shift();
        deaths += 1;
        dying.get(account)?.();
        await raised;
      }
    }
    return real(...call);
  };

  async function live(account: Account): Promise<"died" | "lived"> {
    const death = new Promise<"died">((resolve) => dying.set(account, () => resolve("died")));
    const life = work.run({ account }, () => syncConnection(turn(account)));
    const end = await Promise.race([death, life.then(() => "lived" as const)]);
    if (end === "died") zombies.push(life);
    return end;
  }

  return {
    /** Kills whoever is about to make so many calls for the account, counted over all its lives. */
    killAfter: (account: Account, counts: number[]) => plans.set(account, counts),
    deaths: () => deaths,
    /** Reads to the end, however often it takes; how often it had to wait. */
    async survive(account: Account): Promise<number> {
      for (let waits = 0; ; ) {
        if ((await live(account)) === "lived") {
          const run = await lastRun(account);
          if (run?.status !== "running") {
            expect(run).toMatchObject({ status: "done", error: null });
            return waits;
          }
          waits += 1;
        }
        await letTimePass(account);
      }
    },
    /** What the dead were waiting for comes after all. */
    async raiseTheDead() {
      resurrect();
      await Promise.all(zombies);
      globalThis.fetch = real;
    },
  };
}

/** Where each row stands: a row that is written again, even with the same values, stands elsewhere. */
const places = () => sql`
  select connection_id, ctid::text, xmin::text from social_media_content where organization_id = ${acme.id}
  union all select connection_id, ctid::text, xmin::text from social_media_analytics where organization_id = ${acme.id}
  union all select connection_id, ctid::text, xmin::text from zoom_meetings where organization_id = ${acme.id}
  union all select zoom_meeting_id, ctid::text, xmin::text from zoom_participants where organization_id = ${acme.id}
  order by 1, 2, 3`;

test("90 days are read as the platforms tell them, though workers die, calls are limited and metrics are refused", async () => {
  const [page, otherPage, gram] = accounts;
  if (!page || !otherPage || !gram) throw new Error("no accounts");
  await control("content/refuse", { account: page.externalId, metric: "page_views_total" });
  await control("content/refuse", { account: otherPage.externalId, metric: "post_clicks" });
  await control("content/refuse", { account: gram.externalId, metric: "profile_links_taps" });

  await sql`
    insert into competitors (organization_id, connection_id, provider, handle) values
      (${acme.id}, ${page.connectionId}, 'facebook', ${otherPage.externalId}),
      (${acme.id}, ${page.connectionId}, 'instagram', 'fadeandco')`;

  const platform = mortal();
  for (const account of accounts) platform.killAfter(account, [2, 7, 30]);
  await control("fail", {
    count: 2,
    status: 400,
    code: 80001,
    host: "graph.facebook.com",
    match: "/insights",
  });
  await control("zoom/limit", { count: 2 });
  await control("fail", { count: 2, status: 400, code: 4, host: "graph.instagram.com", match: "/insights" });
  const waits = await Promise.all(accounts.map((account) => platform.survive(account)));
  const before = await places();
  await platform.raiseTheDead();
  expect([...(await places())]).toEqual([...before]);

  expect(platform.deaths()).toBeGreaterThanOrEqual(10);
  expect(waits.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(2);
  for (const account of accounts) await expectTruth(account);
  await expectCompetitors(page, otherPage);
  const refused = await sql`select notes from sync_runs where connection_id = ${page.connectionId}`;
  expect(refused[0]?.notes.join()).toContain("visits to the Page");

  await sql`update sync_states set whole_at = now() - interval '2 days' where organization_id = ${acme.id}`;
  await Promise.all(accounts.map(readToTheEnd));
  expect([...(await places())]).toEqual([...before]);
  const again =
    await sql`select changed, removed from sync_runs where organization_id = ${acme.id} and kind = 'whole'`;
  expect([...again]).toEqual(Array(5).fill({ changed: 0, removed: 0 }));
});
