import { beforeAll, beforeEach, expect, test } from "vitest";
import { disconnect } from "#lib/connections/disconnect.ts";
import { eraseAccounts } from "#lib/connections/erase-accounts.ts";
import { changeFrequency } from "#lib/sync/change-frequency.ts";
import { findSync } from "#lib/sync/find-sync.ts";
import { planSync } from "#lib/sync/plan-sync.ts";
import { requestSync } from "#lib/sync/request-sync.ts";
import { syncConnection } from "#lib/sync/sync-connection.ts";
import { syncDue } from "#lib/sync/sync-due.ts";
import { syncInTurn } from "#lib/sync/sync-in-turn.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { nothingPublished, type Published } from "#tests/support/made-up/published.ts";
import { aSignalConnection, signal } from "#tests/support/made-up/signal.ts";

let acme: Organization;
beforeAll(async () => {
  acme = await anOrganization();
});
beforeEach(() => {
  signal.state.next = [];
  signal.state.read = [];
  signal.state.beforeRead = async () => {};
});

const post = (number: number, text: string | null = `Post ${number}`) => ({
  id: `p${number}`,
  text,
  at: `2026-03-${String(number).padStart(2, "0")}T10:00:00.000Z`,
  likes: number,
});

/** Five posts on three pages, three days of which one told no reach, and a competitor: five steps. */
async function anAccount() {
  const { account, id } = await aSignalConnection(acme);
  const told: Published = {
    ...nothingPublished(),
    posts: [1, 2, 3, 4, 5].map((number) => post(number)),
    days: [
      { day: "2026-03-01", reach: 10, followers: 100 },
      { day: "2026-03-02", reach: null, followers: 101 },
      { day: "2026-03-03", reach: 0, followers: 101 },
    ],
  };
  signal.state.published.set(account.id, told);
  const handle = `rival-${account.id}`;
  told.others.set(handle, { id: "r1", name: "Rival", followers: 7, posts: [{ ...post(9), id: "r-9" }] });
  await sql`
    insert into competitors (organization_id, connection_id, provider, handle)
    values (${acme.id}, ${id}, 'signal', ${handle})`;
  return {
    id,
    told,
    handle,
    sync: (cause: "schedule" | "person" = "schedule") =>
      syncConnection({ connectionId: id, cause, attempt: 0 }, { withinMs: 60_000 }),
  };
}

const contents = (id: string) => sql`
  select platform_content_id as id, content_text as text, likes::int, published_at as at, removed_at, is_competitor_content as other
  from social_media_content where connection_id = ${id} order by published_at`;

const figures = (id: string) => sql`
  select date::text as day, metric_type as metric, metric_value::float as value
  from social_media_analytics where connection_id = ${id} order by date, metric_type`;

const runs = (id: string) => sql`select * from sync_runs where connection_id = ${id} order by started_at, id`;

/** Where each row stands: a row that is written again, even with the same values, stands elsewhere. */
const places = (id: string) => sql`
  select 'content' as kind, ctid::text, xmin::text from social_media_content where connection_id = ${id}
  union all select 'figure', ctid::text, xmin::text from social_media_analytics where connection_id = ${id}
  union all select 'competitor', ctid::text, xmin::text from competitors where connection_id = ${id}
  union all select 'competitor figure', competitor_figures.ctid::text, competitor_figures.xmin::text
    from competitor_figures join competitors on competitors.id = competitor_id where connection_id = ${id}
  order by 1, 2`;

/** What the platform tells, as it must stand here. */
async function expectTruth({ id, told }: { id: string; told: Published }) {
  const own = (await contents(id)).filter((row) => !row.other && row.removed_at === null);
  expect(own.map(({ id, text, likes, at }) => ({ id, text, likes, at: at.toISOString() }))).toEqual(
    told.posts.toSorted((one, other) => one.at.localeCompare(other.at)),
  );
  const days = told.days.flatMap(({ day, followers, reach }) => [
    { day, metric: "followers", value: followers },
    { day, metric: "reach", value: reach },
  ]);
  expect([...(await figures(id))]).toEqual(days.filter(({ value }) => value !== null));
}

/** As if the worker at it had died, and its minute was over. */
const lapse = (id: string) =>
  sql`update sync_runs set claimed_until = now() - interval '1 second' where connection_id = ${id}`;

test("an account is read from end to end, and read again without a row written", async () => {
  const account = await anAccount();
  await account.sync();

  await expectTruth(account);
  expect((await contents(account.id)).filter((row) => row.other)).toMatchObject([{ id: "r-9" }]);
  const [run] = await runs(account.id);
  expect(run).toMatchObject({
    kind: "first",
    status: "done",
    items: 11,
    changed: 11,
    removed: 0,
    calls: 6,
    error: null,
  });
  expect(run).toMatchObject({ steps_done: 4, claimed_by: null, finished_at: expect.any(Date) });
  const [connection] = await sql`select last_synced_at from connections where id = ${account.id}`;
  expect(connection?.last_synced_at).toEqual(run?.finished_at);
  const [rival] = await sql`select * from competitors where connection_id = ${account.id}`;
  expect(rival).toMatchObject({
    external_id: "r1",
    display_name: "Rival",
    followers: "7",
    posts: "1",
    error: null,
  });

  const before = await places(account.id);
  await account.sync("person");
  expect([...(await places(account.id))]).toEqual([...before]);
  expect((await runs(account.id))[1]).toMatchObject({
    kind: "recent",
    cause: "person",
    status: "done",
    changed: 0,
  });
});

test("what changed is overwritten, what was removed is marked, and what comes back is not", async () => {
  const account = await anAccount();
  await account.sync();
  const [, second, third] = account.told.posts;
  if (!second || !third) throw new Error("no posts");
  second.text = null;
  account.told.posts = account.told.posts.filter((post) => post !== third);
  account.told.days[0] = { day: "2026-03-01", reach: 12, followers: 100 };
  await account.sync();

  await expectTruth(account);
  expect((await runs(account.id))[1]).toMatchObject({ changed: 2, removed: 1 });
  expect((await contents(account.id)).find((row) => row.id === "p3")).toMatchObject({
    removed_at: expect.any(Date),
  });

  account.told.posts.push(third);
  await account.sync();
  await expectTruth(account);
  expect((await runs(account.id))[2]).toMatchObject({ changed: 1, removed: 0 });
});

test("a run killed at each of its steps goes on from there, and what the dead still say is not stored", async () => {
  const account = await anAccount();
  const late: (() => void)[] = [];
  const zombies: Promise<void>[] = [];
  const killed = new Set<string>();
  for (let deaths = 0; deaths < 5; deaths++) {
    const hangs = new Promise<void>((reached) => {
      signal.state.beforeRead = (path) => {
        if (killed.has(path) || path.startsWith("figures?metric=reach")) return Promise.resolve();
        killed.add(path);
        reached();
        return new Promise((resume) => late.push(resume));
      };
    });
    zombies.push(account.sync());
    await hangs;
    // The one before hears its answer after all, while another has the run.
    late[deaths - 1]?.();
    await zombies[deaths - 1];
    await lapse(account.id);
  }
  expect(killed.size).toBe(5);
  signal.state.beforeRead = async () => {};
  await account.sync();
  await expectTruth(account);
  const before = await places(account.id);

  for (const resume of late) resume();
  await Promise.all(zombies);
  expect([...(await places(account.id))]).toEqual([...before]);
  expect(await runs(account.id)).toMatchObject([{ status: "done", items: 11, changed: 11 }]);
  // No step that was stored was asked for again.
  expect(signal.state.read.filter((path) => path.startsWith("posts"))).toEqual([
    "posts?page=1",
    "posts?page=1",
    "posts?page=2",
    "posts?page=2",
    "posts?page=3",
    "posts?page=3",
  ]);
});

test("a step is stored with its cursor or not at all", async () => {
  const account = await anAccount();
  await sql`create function stumble() returns trigger language plpgsql as $$ begin raise 'lost' using errcode = '57P01'; end $$`;
  await sql`create trigger stumble before update on sync_runs for each row when (new.steps_done = 2) execute function stumble()`;
  await expect(account.sync()).rejects.toThrow();
  expect(await contents(account.id)).toHaveLength(2);
  expect((await runs(account.id))[0]).toMatchObject({ status: "running", steps_done: 1, items: 2 });

  await sql`drop trigger stumble on sync_runs`;
  await sql`drop function stumble()`;
  await account.sync();
  await expectTruth(account);
  expect(await runs(account.id)).toMatchObject([{ status: "done", items: 11, changed: 11 }]);
});

test("of two workers one reads, and the other leaves it alone", async () => {
  const account = await anAccount();
  await Promise.all([account.sync(), account.sync(), account.sync()]);
  expect(await runs(account.id)).toHaveLength(1);
  expect(signal.state.read).toHaveLength(6);
  await expectTruth(account);
});

test("a platform that asks for fewer calls has the run wait, and go on where it was", async () => {
  const account = await anAccount();
  signal.state.beforeRead = async (path) => {
    if (path === "posts?page=1") signal.state.next = [{ status: 429, headers: { "retry-after": "120" } }];
  };
  await account.sync();
  expect((await runs(account.id))[0]).toMatchObject({ status: "running", steps_done: 1, claimed_by: null });
  const [waiting] = await sql`
    select extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs
    where key = ${`connection.sync:${account.id}`}`;
  expect(waiting?.seconds).toBeGreaterThan(100);
  expect(waiting?.seconds).toBeLessThanOrEqual(120);

  await account.sync("person");
  expect(signal.state.read).toEqual(["posts?page=1"]);

  signal.state.beforeRead = async () => {};
  await sql`update connections set paused_until = null where id = ${account.id}`;
  await lapse(account.id);
  await account.sync();
  await expectTruth(account);
  expect(await runs(account.id)).toMatchObject([{ status: "done", calls: 7, error: null }]);
});

test("a metric that is refused leaves the others alone, and is not asked for again for a day", async () => {
  const account = await anAccount();
  account.told.refuses.add("reach");
  await account.sync();
  expect((await figures(account.id)).map((row) => row.metric)).toEqual([
    "followers",
    "followers",
    "followers",
  ]);
  expect(await runs(account.id)).toMatchObject([{ status: "done", notes: ["Signal does not tell reach."] }]);

  account.told.refuses.clear();
  signal.state.read = [];
  await account.sync();
  expect(signal.state.read).not.toContain("figures?metric=reach");
  expect((await runs(account.id))[1]).toMatchObject({ notes: ["Signal does not tell reach."] });

  await sql`
    update sync_states set refused = jsonb_set(refused, '{reach,until}', to_jsonb('2026-01-01T00:00:00.000Z'::text))
    where connection_id = ${account.id}`;
  await account.sync();
  await expectTruth(account);
  expect((await runs(account.id))[2]).toMatchObject({ notes: [] });
});

test("an account that is disconnected while it is read gets nothing more", async () => {
  const account = await anAccount();
  signal.state.beforeRead = async (path) => {
    if (path === "posts?page=2") await disconnect(acme.admin, account.id);
  };
  await account.sync();
  expect(await contents(account.id)).toHaveLength(2);
  expect(await runs(account.id)).toMatchObject([
    { status: "failed", error: "It was disconnected while it was read." },
  ]);
  await account.sync();
  expect(await runs(account.id)).toHaveLength(1);
});

test("a refusal ends the run in words, and an outage has it tried again", async () => {
  const account = await anAccount();
  signal.state.next = Array(3).fill({ status: 503 });
  await account.sync();
  expect(await runs(account.id)).toMatchObject([
    { status: "running", steps_done: 0, calls: 3, doing: "Signal did not answer." },
  ]);
  await lapse(account.id);

  signal.state.next = [{ status: 422 }];
  await account.sync();
  expect(await runs(account.id)).toMatchObject([
    { status: "failed", calls: 4, error: "Signal did not answer. Try again later." },
  ]);
  const [state] = await sql`
    select failures, extract(epoch from next_at - now())::int as seconds, whole_at from sync_states where connection_id = ${account.id}`;
  expect(state).toMatchObject({ failures: 1, whole_at: null });
  expect(state?.seconds).toBeGreaterThanOrEqual(2 * 60 * 60 - 5);
});

test("a worker whose places for slow work are taken leaves the next one to whoever has one", async () => {
  const accounts = await Promise.all([1, 2, 3, 4].map(() => anAccount()));
  const resume: (() => void)[] = [];
  const turn = ({ id }: { id: string }) => ({ connectionId: id, cause: "schedule" as const, attempt: 0 });
  const held = new Promise<void>((reached) => {
    signal.state.beforeRead = () =>
      new Promise((go) => {
        resume.push(go);
        if (resume.length === 3) reached();
      });
  });
  const [fourth] = accounts.splice(3);
  if (!fourth) throw new Error("no account");
  const three = accounts.map((account) => syncInTurn(turn(account)));
  await held;
  await syncInTurn(turn(fourth));
  expect(await runs(fourth.id)).toEqual([]);
  const [job] =
    await sql`select flags from graphile_worker.jobs where key = ${`connection.sync:${fourth.id}`}`;
  expect(job?.flags).toEqual({ slow: true });

  signal.state.beforeRead = async () => {};
  for (const go of resume) go();
  await Promise.all(three);
  await syncInTurn(turn(fourth));
  await expectTruth(fourth);
});

test("a competitor watched from now on is read after a run that had begun", async () => {
  const account = await anAccount();
  account.told.others.set("newcomer", { id: "r2", name: "Newcomer", followers: 3, posts: [] });
  signal.state.beforeRead = async (path) => {
    if (path !== "posts?page=2") return;
    await sql`
      insert into competitors (organization_id, connection_id, provider, handle)
      values (${acme.id}, ${account.id}, 'signal', 'newcomer')`;
  };
  const key = `connection.sync:${account.id}`;
  await sql`select graphile_worker.remove_job(${key})`;
  await account.sync();
  expect(await sql`select from graphile_worker.jobs where key = ${key}`).toHaveLength(1);

  signal.state.beforeRead = async () => {};
  signal.state.read = [];
  await account.sync("person");
  expect(signal.state.read.filter((path) => path.startsWith("others"))).toEqual(["others?handle=newcomer"]);
  const [newcomer] = await sql`select display_name from competitors where handle = 'newcomer'`;
  expect(newcomer).toEqual({ display_name: "Newcomer" });
});

test("an admin has it synced now or more often, and no one else", async () => {
  const [account, globex] = [await anAccount(), await anOrganization("Globex")];
  const change = { connectionId: account.id, minutes: 15 };
  expect(await requestSync(acme.member, account.id)).toEqual({ ok: false, error: "admins-only" });
  expect(await requestSync(globex.owner, account.id)).toEqual({ ok: false, error: "not-connected" });
  expect(await changeFrequency(acme.viewer, change)).toEqual({ ok: false, error: "admins-only" });
  expect(await changeFrequency(globex.owner, change)).toEqual({ ok: false, error: "not-connected" });

  expect(await requestSync(acme.admin, account.id)).toMatchObject({ ok: true });
  const [job] = await sql`
    select payload from graphile_worker._private_jobs where key = ${`connection.sync:${account.id}`}`;
  expect(job?.payload).toEqual({ connectionId: account.id, cause: "person", attempt: 0 });
  await account.sync("person");

  expect(await changeFrequency(acme.admin, change)).toMatchObject({ ok: true });
  await planSync(account.id);
  const shown = await findSync(acme.viewer, account.id);
  expect(shown).toMatchObject({
    frequencyMinutes: 15,
    runs: [{ status: "done", items: 11, waitsUntil: null }],
  });
  const minutes = ((shown?.nextAt?.getTime() ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(14.5);
  expect(minutes).toBeLessThan(17);
  expect(await findSync(globex.owner, account.id)).toBeUndefined();

  await sql`update sync_runs set status = 'running', finished_at = null where connection_id = ${account.id}`;
  expect(await requestSync(acme.admin, account.id)).toEqual({ ok: false, error: "under-way" });
  const trail =
    await sql`select action from audit_events where target_id = ${account.id} order by created_at`;
  expect(trail.map(({ action }) => action)).toEqual([
    "connection.connected",
    "connection.synced",
    "connection.sync_frequency_changed",
  ]);
});

test("what cannot be stored ends the run in words, and what was stored before stays", async () => {
  const account = await anAccount();
  account.told.days[0] = { day: "2026-03-01", reach: 1e30, followers: 100 };
  await account.sync();
  expect(await runs(account.id)).toMatchObject([
    { status: "failed", items: 5, error: expect.stringContaining("cannot be stored") },
  ]);
  expect(await figures(account.id)).toEqual([]);
});

test("what was read of an account is erased with it, and nothing of another", async () => {
  const [account, other] = [await anAccount(), await anAccount()];
  await account.sync();
  await other.sync();
  const before = await places(other.id);
  await disconnect(acme.admin, account.id);
  const [connection] =
    await sql`select authorized_by_external_id as person from connections where id = ${account.id}`;
  const removal = {
    provider: "signal",
    externalUserId: connection?.person,
    withdrawnAt: new Date().toISOString(),
  };
  await eraseAccounts(removal);

  expect(await places(account.id)).toHaveLength(0);
  expect(await runs(account.id)).toHaveLength(0);
  expect([...(await places(other.id))]).toEqual([...before]);
});

test("those whose turn it is are queued, once, and those that are not are left alone", async () => {
  const [due, later, gone, orphan] = [
    await anAccount(),
    await anAccount(),
    await anAccount(),
    await anAccount(),
  ];
  for (const account of [due, later, gone]) await account.sync();
  await disconnect(acme.admin, gone.id);
  await sql`update sync_states set next_at = now() - interval '1 minute' where connection_id in ${sql([due.id, gone.id])}`;
  await sql`
    insert into sync_runs (organization_id, connection_id, kind, cause, claimed_by, claimed_until)
    values (${acme.id}, ${orphan.id}, 'first', 'connect', gen_random_uuid(), now() - interval '2 minutes')`;
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  await syncDue();
  await syncDue();

  const ours = [due, later, gone, orphan].map(({ id }) => `connection.sync:${id}`);
  const queued = await sql`select key from graphile_worker.jobs where key in ${sql(ours)} order by key`;
  expect(queued.map(({ key }) => key)).toEqual([ours[0], ours[3]].sort());
});
