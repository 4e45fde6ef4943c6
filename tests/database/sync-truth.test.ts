// First, so that the sandbox is told the address where this test file is really reached.
import "#tests/support/public-address.ts";

import { AsyncLocalStorage } from "node:async_hooks";
import { beforeAll, expect, test, vi } from "vitest";
import { pageMetrics } from "#lib/providers/facebook/page-metrics.ts";
import { accountMetrics, followsMetric } from "#lib/providers/instagram/account-metrics.ts";
import { syncConnection } from "#lib/sync/sync-connection.ts";
import { connectedPages } from "#tests/support/a-facebook-connection.ts";
import { connectedInstagram } from "#tests/support/a-meta-account.ts";
import { aZoomUser, connectedZoom } from "#tests/support/a-zoom-account.ts";
import { anInstagramAccount } from "#tests/support/an-instagram-account.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { aFacebookPerson, control } from "#tests/support/sandbox.ts";
import { meetingLines, ofInstagram, ofPage, type ToldPost, truthOf } from "#tests/support/told-truth.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** Its clocks changed within the last 90 days of most of the year. */
const timeZone = "America/New_York";
const dayMs = 24 * 60 * 60 * 1000;

type Account = { connectionId: string; externalId: string; platform: "facebook" | "instagram" | "zoom" };

async function accountsOf(acme: Organization): Promise<Account[]> {
  const person = await aFacebookPerson(["Harbour Bakery", "Harbour Café"]);
  const { connectionIds } = await connectedPages(acme, person);
  const pages = connectionIds.map(
    (connectionId, index): Account => ({
      connectionId,
      externalId: person.pageIds[index] ?? "",
      platform: "facebook",
    }),
  );
  const grams: Account[] = [];
  for (const _ of [1, 2]) {
    const { accountId } = await anInstagramAccount();
    const connectionId = await connectedInstagram(acme.admin, accountId);
    grams.push({ connectionId, externalId: accountId, platform: "instagram" });
  }
  const { userId } = await aZoomUser({ weeks: 12 });
  const connectionId = await connectedZoom(acme.admin, userId);
  return [...pages, ...grams, { connectionId, externalId: userId, platform: "zoom" }];
}

let acme: Organization;
beforeAll(async () => {
  acme = await anOrganization();
  await sql`update organizations set time_zone = ${timeZone} where id = ${acme.id}`;
});

const turn = ({ connectionId }: Account) => ({ connectionId, cause: "schedule" as const, attempt: 0 });

const lastRun = async ({ connectionId }: Account) =>
  (
    await sql`select * from sync_runs where connection_id = ${connectionId} order by started_at desc, id desc limit 1`
  )[0];

/** What waits is let go on at once, as if the time had passed. */
async function letTimePass({ connectionId }: Account) {
  await sql`update sync_runs set claimed_until = now() where connection_id = ${connectionId} and status = 'running'`;
  await sql`update connections set paused_until = null where id = ${connectionId}`;
}

/** Reads to the end, however often it has to wait; how often that was. */
async function readToTheEnd(account: Account): Promise<number> {
  for (let waits = 0; waits < 40; waits++) {
    await syncConnection(turn(account));
    const run = await lastRun(account);
    if (run?.status !== "running") {
      expect(run).toMatchObject({ status: "done", error: null });
      return waits;
    }
    await letTimePass(account);
  }
  throw new Error("it never ended");
}

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

/** What is asked of each. */
const names = {
  facebook: pageMetrics.map(({ name }) => name),
  instagram: [
    ...accountMetrics.map(({ name }) => name),
    `${followsMetric.name}:FOLLOWER`,
    `${followsMetric.name}:NON_FOLLOWER`,
  ],
};

async function expectMeetings({ connectionId, externalId }: Account) {
  const rows = await sql<{ line: string }[]>`
    with held as (select * from zoom_meetings where connection_id = ${connectionId} and status = 'ended'),
    told as (select 'YYYY-MM-DD"T"HH24:MI:SS"Z"' as form)
    select concat_ws('|', 'planned', uuid, occurrence_id, topic, to_char(starts_at at time zone 'UTC', form), duration_minutes)
        as line from zoom_meetings, told where connection_id = ${connectionId} and status = 'scheduled'
    union all select concat_ws('|', 'held', uuid, topic, to_char(starts_at at time zone 'UTC', form),
        to_char(ends_at at time zone 'UTC', form)) from held, told
    union all select concat_ws('|', 'stay', uuid, name, to_char(joined_at at time zone 'UTC', form),
        to_char(left_at at time zone 'UTC', form))
      from zoom_participants join held on held.id = zoom_meeting_id, told
    union all select concat_ws('|', 'recording', uuid, file ->> 'id') from held, jsonb_array_elements(recordings) as file`;
  const lines = await meetingLines(externalId);
  expect(rows.map(({ line }) => line).sort()).toEqual(lines);
  expect(lines.length).toBeGreaterThan(30);
}

async function expectTruth(account: Account) {
  const { connectionId, externalId, platform } = account;
  if (platform === "zoom") return expectMeetings(account);
  const isPage = platform === "facebook";
  const zone = isPage ? "America/Los_Angeles" : timeZone;
  const truth = await truthOf(externalId, timeZone);
  const began = (await lastRun(account))?.started_at.getTime();

  const rows = await sql`
    select platform_content_id as id, content_type as type, content_text as text, published_at as at,
      engagement_metrics as engagement, reach_metrics as reach
    from social_media_content where connection_id = ${connectionId} and removed_at is null and not is_competitor_content
    order by published_at, id`;
  const posts = truth.posts
    .map((post): ToldPost => (isPage ? ofPage(post) : ofInstagram(post)))
    .filter(({ at }) => Date.parse(at) >= began - 90 * dayMs)
    .sort((one, other) =>
      one.at === other.at ? one.id.localeCompare(other.id) : one.at.localeCompare(other.at),
    );
  expect(rows.map((row) => ({ ...row, text: written(row.text), at: row.at.toISOString() }))).toEqual(posts);
  expect(posts.length).toBeGreaterThan(30);

  const stored = await sql`
    select date::text as date, source_metric as metric, metric_value::float as value
    from social_media_analytics where connection_id = ${connectionId} and source_metric <> 'followers_count'`;
  const lines = truth.days
    .filter(({ isOver }) => isOver)
    .flatMap(({ date, metrics }) =>
      names[platform].flatMap((metric) =>
        metrics[metric] === undefined ? [] : `${date} ${metric} ${metrics[metric]}`,
      ),
    );
  const ours = stored.map(({ date, metric, value }) => `${date} ${metric} ${value}`);
  // The day on which the 90 began is cut through: it may be told or not, but only as it is.
  const oldest = new Date(began - 89 * dayMs).toLocaleDateString("sv-SE", { timeZone: zone });
  const isWhole = (line: string) => line >= oldest;
  expect(ours.filter(isWhole).sort()).toEqual(lines.filter(isWhole).sort());
  expect(ours.filter((line) => !lines.includes(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(500);

  if (!isPage) {
    const [level] = await sql`
      select metric_value::float as value from social_media_analytics
      where connection_id = ${connectionId} and source_metric = 'followers_count' order by date desc limit 1`;
    expect(level?.value).toBe(truth.followers);
  }
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

/** Of a post without words Facebook tells a line of its own. */
const written = (text: string | null) => (/ added a new \w+\.$/.test(text ?? "") ? null : text);

/** Where each row stands: a row that is written again, even with the same values, stands elsewhere. */
const places = () => sql`
  select connection_id, ctid::text, xmin::text from social_media_content where organization_id = ${acme.id}
  union all select connection_id, ctid::text, xmin::text from social_media_analytics where organization_id = ${acme.id}
  union all select connection_id, ctid::text, xmin::text from zoom_meetings where organization_id = ${acme.id}
  union all select zoom_meeting_id, ctid::text, xmin::text from zoom_participants where organization_id = ${acme.id}
  order by 1, 2, 3`;

test("90 days are read as the platforms tell them, though workers die, calls are limited and metrics are refused", async () => {
  const accounts = await accountsOf(acme);
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
