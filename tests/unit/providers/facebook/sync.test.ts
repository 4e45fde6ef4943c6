import { expect, test } from "vitest";
import type { Account, Answer } from "#lib/providers/connect-contract.ts";
import type { Json } from "#lib/providers/contract.ts";
import { facebook } from "#lib/providers/facebook/facebook.ts";
import { objectIn } from "#lib/providers/json-values.ts";
import type { DayFigure, SyncRequest, SyncStep } from "#lib/providers/synchronization.ts";
import { setting } from "#lib/setting.ts";
import { aFacebookPerson, control, sandboxUrl } from "#tests/support/sandbox.ts";
import { syncToTheEnd } from "#tests/support/sync-to-the-end.ts";

const known = facebook.app(setting);
if (!known) throw new Error("Facebook is not set up");
const app = known;

type Truth = {
  days: { date: string; metrics: Record<string, number> }[];
  posts: { id: string; text: string | null; publishedAt: string; metrics: Record<string, number> }[];
};

async function aPage(): Promise<Account> {
  const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
  const { userToken, pages } = await control<{
    userToken: string;
    pages: { id: string; accessToken: string }[];
  }>("grants", { personId, pageIds });
  return { externalId: pages[0]?.id ?? "", secrets: { pageToken: pages[0]?.accessToken ?? "", userToken } };
}

const day = (back: number) => new Date(Date.now() - back * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

async function truthOf({ externalId }: Account, from: string, to: string): Promise<Truth> {
  const query = new URLSearchParams({ account: externalId, from, to, timeZone: "UTC" });
  return (await (await fetch(`${sandboxUrl}/control/content?${query}`)).json()) as Truth;
}

/** Figures by day and by the platform's name, as the truth has them. */
function byDay(figures: Iterable<DayFigure>, from: string, to: string) {
  const days: Record<string, Record<string, number>> = {};
  for (const { date, sourceMetric, value } of figures) {
    if (date >= from && date <= to) days[date] = { ...days[date], [sourceMetric]: value };
  }
  return days;
}

const asked = [
  "page_media_view",
  "page_total_media_view_unique",
  "page_post_engagements",
  "page_follows",
  "page_daily_follows_unique",
  "page_daily_unfollows_unique",
  "page_views_total",
  "page_actions_post_reactions_like_total",
];

test("ninety days of a Page are what Facebook tells, and a day it tells nothing of stays a gap", async () => {
  const page = await aPage();
  const read = await syncToTheEnd(facebook, app, page);
  const [from, to] = [day(88), day(1)];
  const truth = await truthOf(page, from, to);

  const told = truth.days.map(({ date, metrics }) => [
    date,
    Object.fromEntries(Object.entries(metrics).filter(([name]) => asked.includes(name))),
  ]);
  expect(byDay(read.figures.values(), from, to)).toEqual(
    Object.fromEntries(told.filter(([, metrics]) => Object.keys(metrics ?? {}).length > 0)),
  );
  expect(told.some(([, metrics]) => Object.keys(metrics ?? {}).length === 0)).toBe(true);

  const posts = truth.posts.filter(
    ({ publishedAt }) => Date.parse(publishedAt) > Date.now() - 88 * 86_400_000,
  );
  expect(posts.length).toBeGreaterThan(20);
  for (const { id, text, publishedAt, metrics } of posts) {
    const item = read.items.get(id);
    expect([id, item?.text, item?.publishedAt, item?.engagement, item?.reach]).toEqual([
      id,
      text || expect.anything(),
      new Date(publishedAt),
      {
        likes: metrics.reactions,
        comments: metrics.comments,
        shares: metrics.shares ?? 0,
        interactions: (metrics.reactions ?? 0) + (metrics.comments ?? 0) + (metrics.shares ?? 0),
        clicks: metrics.post_clicks,
      },
      { views: metrics.post_media_view, reach: metrics.post_total_media_view_unique },
    ]);
  }
  expect([...read.notes]).toEqual([expect.stringMatching(/reels/)]);
});

test("a refused metric is named, and costs none of the others", async () => {
  const page = await aPage();
  await control("content/refuse", { account: page.externalId, metric: "page_views_total" });
  await control("content/refuse", { account: page.externalId, metric: "post_clicks" });
  const read = await syncToTheEnd(facebook, app, page, { kind: "whole" });

  expect([...read.refused.keys()].sort()).toEqual(["page_views_total", "post_clicks"]);
  expect(read.refused.get("page_views_total")).toMatch(/visits to the Page/);
  const names = new Set([...read.figures.values()].map(({ sourceMetric }) => sourceMetric));
  expect([...names].sort()).toEqual(asked.filter((name) => name !== "page_views_total").sort());
  const [post] = read.items.values();
  expect(post?.engagement).not.toHaveProperty("clicks");
  expect(post?.reach).toHaveProperty("views");

  const later = await syncToTheEnd(facebook, app, page, {
    kind: "whole",
    refused: [...read.refused.keys()],
  });
  expect(later.refused).toEqual(new Map());
  expect(byDay(later.figures.values(), day(4), day(0))).toEqual(byDay(read.figures.values(), day(4), day(0)));
});

test("a post taken down is missing from a time that is said to be complete", async () => {
  const page = await aPage();
  const before = await syncToTheEnd(facebook, app, page);
  const [gone] = [...before.items.values()].slice(3);
  await control("content/delete-post", { post: gone?.externalId });
  const after = await syncToTheEnd(facebook, app, page);

  expect([...before.items.keys()].filter((id) => !after.items.has(id))).toEqual([gone?.externalId]);
  const covering = after.steps.filter(({ content }) => {
    const covers = content?.covers;
    return covers && gone && covers.after < gone.publishedAt && gone.publishedAt < covers.before;
  });
  expect(covering).toHaveLength(1);
});

test("an answer that is too large is asked for in smaller pages, and nothing is missed", async () => {
  const page = await aPage();
  const whole = await newestWindow(page);
  await control("content/habits", { mostWork: 24 });
  const inParts = await newestWindow(page);
  await control("content/habits", { mostWork: 400 });

  expect(inParts.ids).toEqual(whole.ids);
  expect(inParts.steps).toBeGreaterThan(whole.steps);
});

async function newestWindow(page: Account) {
  const ids: string[] = [];
  let [steps, cursor]: [number, Json | null] = [0, null];
  for (const now = new Date(); steps === 0 || objectIn(cursor ?? {}).after; steps += 1) {
    const request: SyncRequest = {
      kind: "first",
      cursor,
      timeZone: "UTC",
      now,
      refused: [],
      competitors: [],
    };
    const answer: Answer<SyncStep> | undefined = await facebook.sync?.step(app, page, request);
    if (!answer?.ok) throw new Error(answer?.error.sentence);
    ids.push(...(answer.value.content?.items ?? []).map(({ externalId }) => externalId));
    cursor = answer.value.next;
  }
  return { ids, steps };
}

test("a small Page has its followers, and a sentence for what it does not have", async () => {
  const page = await aPage();
  await control("content/tiny", { account: page.externalId });
  const read = await syncToTheEnd(facebook, app, page, { kind: "recent" });

  const names = new Set([...read.figures.values()].map(({ sourceMetric }) => sourceMetric));
  expect([...names].sort()).toEqual([
    "page_daily_follows_unique",
    "page_daily_unfollows_unique",
    "page_follows",
  ]);
  expect([...read.notes]).toEqual([expect.stringMatching(/below 100 likes/)]);
});
