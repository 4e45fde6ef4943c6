import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { compareAccounts } from "#lib/competitors/compare-accounts.ts";
import { stopWatching } from "#lib/competitors/stop-watching.ts";
import { watchCompetitor } from "#lib/competitors/watch-competitor.ts";
import type { ContentFilter } from "#lib/social/content-filter.ts";
import { exportContent } from "#lib/social/export-content.ts";
import { findContent } from "#lib/social/find-content.ts";
import { listContent } from "#lib/social/list-content.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { somePosts } from "#tests/support/some-posts.ts";

type Connection = Awaited<ReturnType<typeof aConnection>>;
const march = { from: "2026-03-01", to: "2026-03-31" };
let acme: Organization;
let globex: Organization;
let page: Connection;
let other: Connection;
let globexPost: string;

beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  await sql`update organizations set time_zone = 'America/New_York' where id = ${acme.id}`;
  [page, other] = await Promise.all([
    aConnection(acme),
    aConnection(acme, { displayName: "Corner Shop", provider: "instagram" }),
  ]);
  const theirs = await aConnection(globex);
  [globexPost = ""] = await somePosts(theirs, [{ text: "Theirs", counts: { likes: 9 } }]);
  // Many ties, and every fifth without any count.
  await somePosts(
    page,
    Array.from({ length: 123 }, (_, index) => ({
      text: index % 4 === 0 ? `Fresh bread, 50% off\nno. ${index}` : `Rolls ${index}`,
      type: index % 3 === 0 ? "reel" : "post",
      at: `2026-03-${String(2 + (index % 28)).padStart(2, "0")}T1${index % 10}:00:00.000123Z`,
      counts: index % 5 === 0 ? {} : { likes: index % 7, comments: index % 3, interactions: index },
      seen: index % 2 === 0 ? { reach: 1_000 - index } : {},
    })),
  );
});

async function everyPage(filter: ContentFilter) {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { items, further } = await listContent(acme.viewer, {
      range: march,
      connectionIds: [page.id],
      filter: { ...filter, after },
    });
    ids.push(...items.map(({ id }) => id));
    after = further;
  } while (after);
  return ids;
}

test("posts by any metric, both ways round: every post once, what was not counted last", async () => {
  for (const sort of ["published", "likes", "reach"] as const) {
    for (const order of [undefined, "up"] as const) {
      const column = sort === "published" ? "published_at" : sort;
      const direction = order === "up" ? "asc" : "desc";
      const expected = await sql.unsafe(
        `select id from social_media_content where connection_id = $1
         order by ${column} ${direction} nulls last, id ${direction}`,
        [page.id],
      );
      const shown = await everyPage({ sort, order });
      expect(shown, `${sort} ${direction}`).toEqual(expected.map(({ id }) => id));
    }
  }
});

test("a place of another order begins at the beginning, and so does nonsense", async () => {
  const question = { range: march, connectionIds: [page.id] };
  const { items, further } = await listContent(acme.viewer, { ...question, filter: {} });
  for (const after of [further, "nonsense", Buffer.from("1 2").toString("base64url")]) {
    const sorted = await listContent(acme.viewer, { ...question, filter: { sort: "likes", after } });
    expect(sorted.items).toHaveLength(50);
    expect(sorted.items[0]?.likes).toBe(6);
  }
  expect(items).toHaveLength(50);
});

test("a type, words with their signs and accounts narrow the list, and it is counted", async () => {
  const count = async (filter: ContentFilter, connectionIds?: string[]) =>
    (await listContent(acme.viewer, { range: march, connectionIds, filter })).posts;

  expect(await count({ type: "reel" })).toBe(41);
  expect(await count({ q: "50% OFF" })).toBe(31);
  expect(await count({ q: "5_%" })).toBe(0);
  expect(await count({}, [other.id])).toBe(0);
  expect(await count({}, [])).toBe(0);
});

test("a day is a day of the organization's time zone, the shorter one of spring too", async () => {
  // New York is at -5 until 8 March, then at -4: the 8th has 23 hours.
  const ids = await somePosts(other, [
    { at: "2026-03-08T04:59:59Z" },
    { at: "2026-03-08T05:00:00Z" },
    { at: "2026-03-09T03:59:59Z" },
    { at: "2026-03-09T04:00:00Z" },
  ]);
  const range = { from: "2026-03-08", to: "2026-03-08" };
  const { items } = await listContent(acme.viewer, {
    range,
    connectionIds: [other.id],
    filter: { order: "up" },
  });
  expect(items.map(({ id }) => id)).toEqual(ids.slice(1, 3));
  await sql`delete from social_media_content where connection_id = ${other.id}`;
});

test("a post is shown whole to its own organization, without addresses that are none of the web", async () => {
  const [removed = ""] = await somePosts(other, [
    {
      text: "=cmd() 🍞",
      isRemoved: true,
      media: ["https://pictures.example/1.jpg", "javascript:alert(1)", 7],
      permalink: "javascript:alert(2)",
      counts: { likes: 3, clicks: 2 },
      seen: { views: 40 },
    },
  ]);
  expect(await findContent(acme.viewer, removed)).toMatchObject({
    text: "=cmd() 🍞",
    pictures: ["https://pictures.example/1.jpg"],
    permalink: null,
    counts: { likes: 3, clicks: 2, views: 40 },
    removedAt: expect.any(Date),
  });
  expect(await findContent(globex.owner, removed)).toBeUndefined();
  expect(await findContent(acme.owner, globexPost)).toBeUndefined();
  expect(await findContent(acme.owner, "nonsense")).toBeUndefined();
  const narrowed = { range: march, connectionIds: [other.id], filter: {} };
  expect(await listContent(acme.viewer, narrowed)).toMatchObject({ posts: 1, removed: 1 });
});

test("the export holds what the table shows, and no cell that a spreadsheet would run", async () => {
  const question = { range: march, filter: { sort: "likes" } as ContentFilter };
  const made = await exportContent(acme.admin, question);
  if (!made.ok) throw new Error(made.error);
  const rows = parse(await new Response(made.value.body).text(), { bom: true, columns: true }) as Record<
    string,
    string
  >[];

  expect(rows).toHaveLength(124);
  expect(rows[0]).toMatchObject({ channel: "Facebook", account: "Harbour Bakery", likes: "6" });
  expect(rows.find(({ text }) => text?.includes("cmd"))).toMatchObject({ text: "'=cmd() 🍞", shares: "" });
  expect(rows.map(({ text }) => text)).not.toContain("Theirs");
  expect(made.value.fileName).toBe(`${acme.slug}-content-2026-03-01-to-2026-03-31.csv`);
  expect(await exportContent(acme.member, question)).toEqual({ ok: false, error: "admins-only" });
});

test("owners and admins watch an account once, through an account of their own that can read it", async () => {
  const wanted = { provider: "instagram", handle: "harbour.rolls" } as const;
  expect(await watchCompetitor(acme.member, wanted)).toEqual({ ok: false, error: "admins-only" });
  expect(await watchCompetitor(acme.admin, wanted)).toMatchObject({
    ok: true,
    value: { through: "Harbour Bakery" },
  });
  expect(await watchCompetitor(acme.owner, wanted)).toEqual({ ok: false, error: "watched-already" });
  expect(await watchCompetitor(acme.owner, { provider: "zoom", handle: "x" })).toEqual({
    ok: false,
    error: "no-reader",
  });
  const [competitor] =
    await sql`select id, connection_id from competitors where organization_id = ${acme.id}`;
  expect(competitor?.connection_id).toBe(page.id);

  expect(await stopWatching(acme.member, competitor?.id)).toEqual({ ok: false, error: "admins-only" });
  expect(await stopWatching(globex.owner, competitor?.id)).toEqual({ ok: false, error: "not-watched" });
  expect(await stopWatching(acme.admin, competitor?.id)).toMatchObject({ ok: true });
  expect(await sql`select from competitors where organization_id = ${acme.id}`).toHaveLength(0);
  const trail = await sql`
    select action from audit_events where organization_id = ${acme.id} and target_type = 'competitor' order by created_at`;
  expect(trail.map(({ action }) => action)).toEqual(["competitor.added", "competitor.removed"]);
});

test("accounts stand side by side by what everyone may see, and each organization sees its own", async () => {
  const id = crypto.randomUUID();
  await sql`
    insert into competitors (id, organization_id, provider, handle, connection_id, display_name, last_synced_at)
    values (${id}, ${acme.id}, 'facebook', 'rivalbakes', ${page.id}, 'Rival Bakes', now())`;
  const figures: [string, number][] = [
    ["2026-02-20", 900],
    ["2026-03-05", 950],
    ["2026-03-30", 1_100],
    ["2026-04-02", 1_200],
  ];
  for (const [date, followers] of figures) {
    await sql`
      insert into competitor_figures (competitor_id, organization_id, date, followers)
      values (${id}, ${acme.id}, ${date}, ${followers})`;
  }
  const [best] = await somePosts(page, [
    { competitorId: id, text: "Best", counts: { likes: 30, comments: 10 } },
    { competitorId: id, text: "Fair", counts: { likes: 10, comments: 0 } },
    { competitorId: id, text: "Likes hidden", counts: { comments: 99 } },
    { competitorId: id, text: "Gone", counts: { likes: 999, comments: 1 }, isRemoved: true },
    { competitorId: id, text: "Story", type: "story", counts: { likes: 999, comments: 1 } },
    { competitorId: id, text: "Before", at: "2026-02-10T12:00:00Z", counts: { likes: 999, comments: 1 } },
  ]);

  const compared = await compareAccounts(acme.viewer, march);
  expect(compared.find((account) => account.id === id)).toMatchObject({
    isOurs: false,
    name: "Rival Bakes",
    followers: 1_100,
    followersOn: "2026-03-30",
    followersBefore: 900,
    followersBeforeOn: "2026-02-20",
    posts: 3,
    perPost: 25,
    counted: 2,
    best: { id: best, text: "Best", count: 40 },
    through: "Harbour Bakery",
  });
  const [ours] = await sql`
    select count(*)::int as posts, avg(likes + comments)::float8 as per_post from social_media_content
    where connection_id = ${page.id} and not is_competitor_content and removed_at is null`;
  expect(compared.find((account) => account.id === page.id)).toMatchObject({
    isOurs: true,
    posts: ours?.posts,
    perPost: ours?.per_post,
    followers: null,
  });
  expect(await everyPage({})).toHaveLength(123);
  expect((await compareAccounts(globex.owner, march)).map((account) => account.id)).not.toContain(id);
});
