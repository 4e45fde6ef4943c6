import { expect, test } from "vitest";
import { aPublisher, byEndTime, dayMs } from "./support/a-publisher.ts";
import { fade, marco } from "./support/a-sandbox.ts";

const summaries = "reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)";
const fields = `id,message,created_time,shares,attachments{media_type,media},${summaries}`;

type Post = {
  id: string;
  message?: string;
  shares?: { count: number };
  reactions: { summary: { total_count: number } };
  comments: { summary: { total_count: number } };
};

test("a Page's posts come in pages, within a time, and are the truth", async () => {
  const sandbox = await aPublisher();
  const { accessToken } = await sandbox.grantFade("feed");
  const { posts } = await sandbox.truth(fade);
  expect(posts.length).toBeGreaterThan(40);
  const since = String(Math.floor(Date.parse(posts.at(-1).publishedAt) / 1000));

  const seen: Post[] = [];
  let next: string | undefined = `${sandbox.graphUrl}/${fade}/posts`;
  while (next) {
    const { body } = await sandbox.graph(next, { access_token: accessToken, fields, since, limit: "20" });
    seen.push(...body.data);
    next = body.paging?.next;
  }
  expect(seen.map(({ id }) => id)).toEqual(posts.map(({ id }: Post) => id));
  for (const [index, post] of seen.entries()) {
    const { text, metrics } = posts[index];
    expect(post.message ?? null).toBe(text);
    expect(post.shares?.count).toBe(metrics.shares);
    expect(post.reactions.summary.total_count).toBe(metrics.reactions);
    expect(post.comments.summary.total_count).toBe(metrics.comments);
  }

  const texts = (await sandbox.truth(fade, { days: 500 })).posts.map(
    ({ text }: { text: string | null }) => text,
  );
  expect(texts).toContain(null);
  expect(texts.join(" ")).toMatch(/\p{Extended_Pictographic}/u);
});

test("too much work is refused with code 1, and half of it is not", async () => {
  const sandbox = await aPublisher();
  const { accessToken } = await sandbox.grantFade("feed");
  const heavy = `${fields},insights.metric(post_media_view){name,values}`;
  const ask = (limit: string) =>
    sandbox.graph(`${fade}/posts`, { access_token: accessToken, fields: heavy, limit });

  const { status, body } = await ask("100");
  expect({ status, code: body.error.code }).toEqual({ status: 500, code: 1 });
  const { data } = (await ask("50")).body;
  expect(data[0].insights.data[0]).toMatchObject({ name: "post_media_view", values: [{}] });
});

test("a Page's figures are told at the end of a day in California, with gaps, and are the truth", async () => {
  const sandbox = await aPublisher();
  const { accessToken } = await sandbox.grantFade("feed");
  const { days } = await sandbox.truth(fade, { days: 88 });
  const metric = "page_media_view,page_follows,page_daily_follows";
  const since = String(Math.floor((Date.now() - 90 * dayMs) / 1000));
  const until = String(Math.floor(Date.now() / 1000));
  const { body } = await sandbox.graph(`${fade}/insights`, {
    access_token: accessToken,
    metric,
    period: "day",
    since,
    until,
  });
  const told = byEndTime(body.data);

  expect(
    days.filter(({ metrics }: { metrics: object }) => Object.keys(metrics).length === 0).length,
  ).toBeGreaterThan(1);
  for (const { date, metrics } of days) {
    const after = new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
    const endTime = [`${after}T07:00:00+0000`, `${after}T08:00:00+0000`].find(
      (time) => told.page_follows?.[time] !== undefined,
    );
    for (const name of metric.split(",")) expect(told[name]?.[endTime ?? ""]).toBe(metrics[name]);
  }
  expect(body.data[0].values.some(({ value }: { value: unknown }) => typeof value === "object")).toBe(true);

  const tooLong = String(Math.floor((Date.now() - 92 * dayMs) / 1000));
  const refused = await sandbox.graph(`${fade}/insights`, {
    access_token: accessToken,
    metric,
    since: tooLong,
    until,
  });
  expect(refused.body.error.code).toBe(100);
});

test("one refused or retired metric fails the whole call, for a post too", async () => {
  const sandbox = await aPublisher();
  const { accessToken } = await sandbox.grantFade("feed");
  const ask = async (path: string, metric: string) =>
    (await sandbox.graph(path, { access_token: accessToken, metric })).body;
  const { posts } = await sandbox.truth(fade, { days: 30 });
  const post = `${posts[0].id}/insights`;

  expect((await ask(`${fade}/insights`, "page_follows,page_fans")).error).toMatchObject({
    code: 100,
    message: "(#100) The value must be a valid insights metric",
  });
  expect((await ask(post, "post_media_view,post_clicks")).data).toHaveLength(2);

  await sandbox.control("content/refuse", { metric: "post_clicks", account: fade });
  expect((await ask(post, "post_media_view,post_clicks")).error.code).toBe(100);
  await sandbox.control("content/refuse", { metric: "post_clicks", account: fade, refused: false });
  expect((await ask(post, "post_clicks")).data[0].values[0].value).toBe(posts[0].metrics.post_clicks);
});

test("figures are corrected two days later; a day can be busy, a post edited or taken down, a Page tiny", async () => {
  const sandbox = await aPublisher();
  const { accessToken } = await sandbox.grantFade("feed");
  const views = async (date: string) =>
    (await sandbox.truth(fade)).days.find((day: { date: string }) => day.date === date).metrics
      .page_media_view;
  let newest = (await sandbox.truth(fade)).days.at(-1);
  while (Object.keys(newest.metrics).length === 0) {
    await sandbox.control("clock", { advanceMs: dayMs });
    newest = (await sandbox.truth(fade)).days.at(-1);
  }
  const { date, metrics } = newest;
  await sandbox.control("clock", { advanceMs: 3 * dayMs });
  const final = await views(date);
  expect(final).toBeGreaterThan(metrics.page_media_view);
  await sandbox.control("content/busy-day", { account: fade, date });
  expect(await views(date)).toBeGreaterThan(final * 5);

  const [first, second] = (await sandbox.truth(fade)).posts;
  await sandbox.control("content/edit-post", { post: first.id, text: "Corrected" });
  await sandbox.control("content/delete-post", { post: second.id });
  const { body } = await sandbox.graph(`${fade}/posts`, { access_token: accessToken });
  expect(body.data[0].message).toBe("Corrected");
  expect(body.data.map(({ id }: Post) => id)).not.toContain(second.id);
  expect((await sandbox.graph(second.id, { access_token: accessToken })).body.error.code).toBe(100);

  await sandbox.control("content/tiny", { account: fade });
  const asked = { metric: "page_follows,page_media_view", since: date };
  const { data } = (await sandbox.graph(`${fade}/insights`, { access_token: accessToken, ...asked })).body;
  expect(data.map(({ name }: { name: string }) => name)).toEqual(["page_follows"]);
});

test("only the Page's own token of someone who gave the permissions reads posts and figures", async () => {
  const sandbox = await aPublisher();
  const { accessToken, userToken } = await sandbox.grantFade("feed");
  const code = async (path: string, token: string) =>
    (await sandbox.graph(path, { access_token: token, metric: "page_follows" })).body.error?.code;

  expect(await code(`${fade}/insights`, userToken)).toBe(190);
  await sandbox.control(`people/${marco}/revoke`, { permission: "read_insights" });
  expect(await code(`${fade}/insights`, accessToken)).toBe(200);
  expect(await code(`${fade}/posts`, accessToken)).toBeUndefined();
  await sandbox.control(`people/${marco}/revoke`, { permission: "pages_read_engagement" });
  expect(await code(`${fade}/posts`, accessToken)).toBe(10);
});

test("a call over the quota says for how long, in the header of its Page", async () => {
  const sandbox = await aPublisher();
  const { accessToken } = await sandbox.grantFade("feed");
  await sandbox.control("usage", { id: fade, callCount: 100, regainMinutes: 3 });
  await sandbox.control("fail", { code: 80_001, host: "graph.facebook.com", match: "/insights" });

  const ask = (path: string) => sandbox.graph(path, { access_token: accessToken, metric: "page_follows" });
  expect((await ask(`${fade}/posts`)).status).toBe(200);
  const { status, headers, body } = await ask(`${fade}/insights`);
  expect({ status, code: body.error.code }).toEqual({ status: 400, code: 80_001 });
  const usage = JSON.parse(headers.get("x-business-use-case-usage") ?? "{}");
  expect(usage[fade][0]).toMatchObject({
    type: "pages",
    call_count: 100,
    estimated_time_to_regain_access: 3,
  });
  expect((await ask(`${fade}/insights`)).status).toBe(200);
});
