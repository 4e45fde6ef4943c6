import { expect, test } from "vitest";
import { instagram } from "#lib/providers/instagram/instagram.ts";
import { startOfDay } from "#lib/providers/meta/calendar.ts";
import { anInstagramAccount, instagramApp } from "#tests/support/an-instagram-account.ts";
import { control, sandboxUrl } from "#tests/support/sandbox.ts";
import { syncToTheEnd } from "#tests/support/sync-to-the-end.ts";

const app = instagramApp();
const timeZone = "Australia/Sydney";

type Truth = {
  followers: number;
  days: { date: string; metrics: Record<string, number> }[];
  posts: {
    id: string;
    kind: string;
    text: string | null;
    publishedAt: string;
    metrics: Record<string, number>;
  }[];
};

async function anAccount() {
  const { accountId } = await anInstagramAccount();
  const permissions = instagram.scopes.map(({ scope }) => scope);
  const { accessToken } = await control<{ accessToken: string }>("instagram/grants", {
    accountId,
    permissions,
  });
  return { externalId: accountId, secrets: { accessToken, permissions: permissions.join(",") } };
}

async function truthOf(account: string, from: string, to: string): Promise<Truth> {
  const query = new URLSearchParams({ account, from, to, timeZone });
  return (await (await fetch(`${sandboxUrl}/control/content?${query}`)).json()) as Truth;
}

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const asked = (name: string) => !["replies", "reposts"].includes(name);

test("ninety days of an account are what Instagram tells, by the organization's days", async () => {
  const account = await anAccount();
  const read = await syncToTheEnd(instagram, app, account, { timeZone });
  const [from, to] = [day(87), day(2)];
  const truth = await truthOf(account.externalId, from, to);

  const found: Record<string, Record<string, number>> = {};
  for (const { date, sourceMetric, value } of read.figures.values()) {
    if (date >= from && date <= to) found[date] = { ...found[date], [sourceMetric]: value };
  }
  const told = truth.days.map(({ date, metrics }) => [
    date,
    Object.fromEntries(Object.entries(metrics).filter(([name]) => asked(name))),
  ]);
  expect(found).toEqual(
    Object.fromEntries(told.filter(([, metrics]) => Object.keys(metrics ?? {}).length > 0)),
  );
  const followers = [...read.figures.values()].filter(({ metric }) => metric === "followers");
  expect(followers.map(({ value }) => value)).toEqual([truth.followers]);

  const since = startOfDay(from, timeZone).getTime();
  const posts = truth.posts.filter(({ publishedAt }) => Date.parse(publishedAt) >= since);
  expect(posts.length).toBeGreaterThan(20);
  for (const { id, kind, text, publishedAt, metrics } of posts) {
    const item = read.items.get(id);
    const { like_count: likes = metrics.likes, comments_count: comments, shares, saved: saves } = metrics;
    const engagement =
      kind === "STORY"
        ? {
            comments,
            likes: metrics.like_count,
            shares,
            interactions: metrics.total_interactions,
            replies: metrics.replies,
            clicks: metrics.link_clicks,
          }
        : { likes, comments, shares, saves, interactions: metrics.total_interactions };
    expect([id, item?.text, item?.publishedAt, item?.engagement, item?.reach]).toEqual([
      id,
      text || null,
      new Date(publishedAt),
      JSON.parse(JSON.stringify(engagement)),
      JSON.parse(JSON.stringify({ views: metrics.views, reach: metrics.reach })),
    ]);
  }
  expect(new Set([...read.items.values()].map(({ type }) => type))).toContain("reel");
});
