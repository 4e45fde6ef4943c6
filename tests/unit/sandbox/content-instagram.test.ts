import { expect, test } from "vitest";
import { parseDay, startOfDay } from "../../../sandbox/content/days.ts";
import { aPublisher, byEndTime, dayMs } from "./support/a-publisher.ts";
import { fadeOnInstagram, onInstagram } from "./support/an-instagram-account.ts";

const seconds = (ms: number) => String(Math.floor(ms / 1000));
const feedMetrics = "views,reach,likes,comments,saved,shares,total_interactions,follows";

type Node = {
  id: string;
  like_count?: number;
  comments_count: number;
  caption?: string;
  media_url?: string;
  media_product_type: string;
};
type Told = {
  name: string;
  total_value: { value?: number; breakdowns?: { results: { value: number }[] }[] };
};

async function connected() {
  const sandbox = await aPublisher();
  const instagram = onInstagram(sandbox);
  const token = await instagram.connect();
  const ask = async (path: string, params: Record<string, string>) =>
    (await instagram.graph(`v26.0/${path}`, { access_token: token, ...params })).body;
  const total = (params: Record<string, string>) =>
    ask(`${fadeOnInstagram}/insights`, { period: "day", metric_type: "total_value", ...params });
  return { ...sandbox, ask, total };
}

test("media come in pages, some with hidden likes or without a file, and are the truth", async () => {
  const { ask, truth } = await connected();
  const { posts } = await truth(fadeOnInstagram, { days: 400 });
  const listed = posts.filter(({ kind }: { kind: string }) => kind !== "STORY");
  const since = seconds(Date.parse(listed.at(-1).publishedAt));
  const fields = "id,caption,like_count,comments_count,media_product_type,media_url,timestamp";

  const seen: Node[] = [];
  let after: string | undefined = "";
  while (after !== undefined) {
    const page = await ask(`${fadeOnInstagram}/media`, {
      fields,
      since,
      limit: "100",
      ...(after ? { after } : {}),
    });
    seen.push(...page.data);
    after = page.paging?.next ? page.paging.cursors.after : undefined;
  }
  const told = seen.map((node) => [node.id, node.caption ?? null, node.like_count, node.comments_count]);
  expect(told).toEqual(
    listed.map(({ id, text, metrics }: { id: string; text: string; metrics: Record<string, number> }) => [
      id,
      text,
      metrics.like_count,
      metrics.comments_count,
    ]),
  );
  expect(seen.some(({ like_count }) => like_count === undefined)).toBe(true);
  expect(seen.some(({ media_url }) => media_url === undefined)).toBe(true);
  expect(Number.isSafeInteger(Number(seen[0]?.id))).toBe(false);
});

test("media are measured by what they are, and a metric of another kind fails the call", async () => {
  const { ask, truth } = await connected();
  const { posts } = await truth(fadeOnInstagram, { days: 60 });
  const ofKind = (kind: string) => posts.find((post: { kind: string }) => post.kind === kind);
  const values = ({ data }: { data: { name: string; values: { value: number }[] }[] }) =>
    Object.fromEntries(data.map(({ name, values: [first] }) => [name, first?.value]));

  const feed = ofKind("FEED");
  expect(feed.metrics).toMatchObject(values(await ask(`${feed.id}/insights`, { metric: feedMetrics })));
  const reel = ofKind("REELS");
  expect((await ask(`${reel.id}/insights`, { metric: "views,follows" })).error.code).toBe(100);
  expect((await ask(`${reel.id}/insights`, { metric: "views,facebook_views" })).error.code).toBe(100);
  const metric = "views,ig_reels_avg_watch_time";
  expect(reel.metrics).toMatchObject(values(await ask(`${reel.id}/insights`, { metric })));
});

test("stories are there for a day, and tell nothing before five people saw them", async () => {
  const { ask, control, truth } = await connected();
  const stories = async () => (await ask(`${fadeOnInstagram}/stories`, { fields: "id,timestamp" })).data;
  const waitForStory = async () => {
    while ((await stories()).length === 0) await control("clock", { advanceMs: dayMs / 4 });
  };
  await waitForStory();
  await control("content/tiny", { account: fadeOnInstagram });
  const [{ id }] = await stories();

  const { metrics } = (await truth(fadeOnInstagram, { days: 3 })).posts.find(
    (post: { id: string }) => post.id === id,
  );
  const { data, error } = await ask(`${id}/insights`, { metric: "reach" });
  if (metrics.reach === undefined) expect(error).toMatchObject({ code: 10 });
  else expect(data[0].values[0].value).toBe(metrics.reach);

  await control("clock", { advanceMs: dayMs });
  expect((await stories()).map((story: Node) => story.id)).not.toContain(id);
  expect((await ask(`${id}/insights`, { metric: "reach" })).error.code).toBe(100);
});

test("a day's total is the truth in any time zone, and what is missing is no 0", async () => {
  const { total, truth, ask } = await connected();
  for (const timeZone of ["Asia/Kolkata", "America/New_York"]) {
    const { days } = await truth(fadeOnInstagram, { days: 60, timeZone });
    const start = (date: string) => startOfDay(parseDay(date), timeZone);
    expect(
      days.filter(({ metrics }: { metrics: { reach?: number } }) => !metrics.reach).length,
    ).toBeGreaterThan(0);
    for (const [index, { date, metrics }] of days.slice(0, -2).entries()) {
      if (index % 3 > 0) continue;
      const until = seconds(start(days[index + 1].date));
      const { data } = await total({ metric: "reach,views,saves", since: seconds(start(date)), until });
      const told = Object.fromEntries(data.map(({ name, total_value }: Told) => [name, total_value.value]));
      expect(told).toEqual(
        Object.fromEntries(
          Object.entries(metrics).filter(([name]) => ["reach", "views", "saves"].includes(name)),
        ),
      );
    }
  }

  const params = {
    metric: "reach",
    period: "day",
    since: seconds(Date.now() - 20 * dayMs),
    until: seconds(Date.now()),
  };
  const series = byEndTime((await ask(`${fadeOnInstagram}/insights`, params)).data).reach ?? {};
  const pacific = (await truth(fadeOnInstagram, { days: 25, timeZone: "America/Los_Angeles" })).days;
  const byDate = Object.fromEntries(
    pacific.map(({ date, metrics }: { date: string; metrics: object }) => [date, metrics]),
  );
  for (const [endTime, value] of Object.entries(series)) {
    const date = new Date(Date.parse(endTime) - dayMs / 2).toISOString().slice(0, 10);
    expect(byDate[date].reach).toBe(value);
  }
  expect(Object.keys(series).length).toBeGreaterThan(10);
});

test("one metric that does not fit the question fails it all", async () => {
  const { ask, total, control } = await connected();
  const code = async (params: Record<string, string>) => (await total(params)).error?.code;

  const views = await total({ metric: "views", breakdown: "media_product_type" });
  const [{ total_value: told }] = views.data as [Told];
  const parts = told.breakdowns?.[0]?.results ?? [];
  expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(told.value);
  expect(await code({ metric: "views,accounts_engaged", breakdown: "media_product_type" })).toBe(1);
  expect(await code({ metric: "views", breakdown: "follow_type" })).toBe(1);
  expect(await code({ metric: "reach,impressions" })).toBe(100);
  expect(
    await code({ metric: "reach", since: seconds(Date.now() - 32 * dayMs), until: seconds(Date.now()) }),
  ).toBe(100);
  const series = { metric: "reach,views", period: "day", metric_type: "time_series" };
  expect((await ask(`${fadeOnInstagram}/insights`, series)).error.code).toBe(100);

  expect(await code({ metric: "reach,saves" })).toBeUndefined();
  await control("content/refuse", { metric: "saves" });
  expect(await code({ metric: "reach,saves" })).toBe(100);

  const since = seconds(Date.now() - 10 * dayMs);
  const follows = { metric: "follows_and_unfollows", breakdown: "follow_type", since };
  expect((await total(follows)).data).toHaveLength(1);
  await control("content/tiny", { account: fadeOnInstagram });
  expect((await total(follows)).data).toEqual([]);
});

test("without the permission there are media but no figures", async () => {
  const { ask, control } = await connected();
  await control(`instagram/accounts/${fadeOnInstagram}/revoke`, {
    permission: "instagram_business_manage_insights",
  });

  const { data } = await ask(`${fadeOnInstagram}/media`, { fields: "id" });
  expect(data.length).toBeGreaterThan(10);
  expect((await ask(`${data[0].id}/insights`, { metric: "views" })).error.code).toBe(10);
  expect((await ask(`${fadeOnInstagram}/media`, { fields: "id,insights.metric(views)" })).error.code).toBe(
    10,
  );
  expect((await ask(`${fadeOnInstagram}/insights`, { metric: "reach", period: "day" })).error.code).toBe(10);
});
