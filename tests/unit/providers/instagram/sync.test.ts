import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { instagram } from "#lib/providers/instagram/instagram.ts";
import { syncToTheEnd } from "#tests/support/sync-to-the-end.ts";

type Reply = { status?: number; body: object };
type Metric = { name: string; [field: string]: unknown };
let seen: URL[] = [];
/** What Instagram says to a path, told apart by the last words of it. */
let answers: Record<string, (query: URLSearchParams) => Reply> = {};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "", "http://platform");
  seen.push(url);
  const path = url.pathname.replace("/graph.instagram.com/v26.0/", "");
  const { status = 200, body } = answers[path]?.(url.searchParams) ?? { status: 404, body: {} };
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// Read by the app on first use, which is inside the tests.
process.env.PROVIDER_SANDBOX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const app = { clientId: "1", clientSecret: "s", apiVersion: "v26.0", publicUrl: "https://a.example" };
const account = { externalId: "17841400000000001", secrets: { accessToken: "IGAA", permissions: "" } };
const now = new Date("2026-10-27T10:00:00Z");
const id = account.externalId;
const refusal = (message: string, code = 100) => ({ status: 400, body: { error: { message, code } } });
const insights = (data: Metric[]) => ({ body: { data } });
const total = (name: string, value: number) => ({ name, period: "day", total_value: { value } });
const lifetime = (name: string, value: number) => ({ name, period: "lifetime", values: [{ value }] });

beforeEach(() => {
  seen = [];
  answers = {
    me: () => ({ body: { id: "1", user_id: id, username: "cafe", followers_count: 812 } }),
    [`${id}/media`]: () => ({ body: { data: [] } }),
    [`${id}/stories`]: () => ({ body: { data: [] } }),
    [`${id}/insights`]: () => insights([]),
  };
});
const read = (more: object = {}) =>
  syncToTheEnd(instagram, app, account, { kind: "recent", now, timeZone: "Europe/Rome", ...more });

test("a day is asked for from midnight to midnight, also the one that has 25 hours", async () => {
  answers[`${id}/insights`] = (query) =>
    query.has("breakdown") ? insights([]) : insights([total("views", Number(query.get("since")))]);
  const { figures } = await read();

  const at = (text: string) => Date.parse(text) / 1000;
  expect([...figures.values()]).toEqual([
    { date: "2026-10-27", metric: "followers", value: 812, sourceMetric: "followers_count" },
    { date: "2026-10-24", metric: "views", value: at("2026-10-24T00:00+02:00"), sourceMetric: "views" },
    { date: "2026-10-25", metric: "views", value: at("2026-10-25T00:00+02:00"), sourceMetric: "views" },
    { date: "2026-10-26", metric: "views", value: at("2026-10-26T00:00+01:00"), sourceMetric: "views" },
  ]);
  const long = seen.find(
    ({ searchParams: query }) => query.get("since") === String(at("2026-10-25T00:00+02:00")),
  );
  expect(Number(long?.searchParams.get("until")) - Number(long?.searchParams.get("since"))).toBe(25 * 3600);
});

test("what Instagram leaves out is a gap, and who came and who went are two figures", async () => {
  const results = [
    { dimension_values: ["FOLLOWER"], value: 7 },
    { dimension_values: ["NON_FOLLOWER"], value: 2 },
  ];
  answers[`${id}/insights`] = (query) => {
    if (!query.has("breakdown")) return insights([]);
    const breakdowns = [{ dimension_keys: ["follow_type"], results }];
    return insights([{ name: "follows_and_unfollows", total_value: { value: 9, breakdowns } }]);
  };
  const { figures } = await read();

  expect([...figures.values()].filter(({ date }) => date === "2026-10-26")).toEqual([
    { date: "2026-10-26", metric: "follows", value: 7, sourceMetric: "follows_and_unfollows:FOLLOWER" },
    { date: "2026-10-26", metric: "unfollows", value: 2, sourceMetric: "follows_and_unfollows:NON_FOLLOWER" },
  ]);
});

test("metrics that are refused are found once, and the rest is told for every day", async () => {
  answers[`${id}/insights`] = (query) => {
    const metrics = query.get("metric")?.split(",") ?? [];
    if (metrics.includes("saves") || metrics.includes("views")) return refusal("metric[0] must be one of");
    return insights(metrics.map((name) => total(name, 5)));
  };
  const { figures, refused } = await read();

  expect([...refused.keys()].sort()).toEqual(["saves", "views"]);
  for (const date of ["2026-10-24", "2026-10-25", "2026-10-26"]) {
    const metrics = [...figures.values()]
      .filter((figure) => figure.date === date)
      .map(({ metric }) => metric);
    expect(metrics.sort()).toEqual([
      "accounts_engaged",
      "clicks",
      "comments",
      "engagement",
      "likes",
      "reach",
      "shares",
    ]);
  }
  const perDay = Map.groupBy(
    seen.filter(({ searchParams: query }) => query.has("metric_type") && !query.has("breakdown")),
    ({ searchParams: query }) => query.get("since"),
  );
  expect([...perDay.values()].map((calls) => calls.length > 1)).toEqual([true, false, false]);
});

test("posts, reels and stories come with how they did, and stories are never said to be gone", async () => {
  const timestamp = "2026-10-26T08:00:00+0000";
  const media = {
    media_type: "IMAGE",
    timestamp,
    caption: "Ciao 🥐",
    media_url: "https://cdn.example/1.jpg",
  };
  answers[`${id}/media`] = () => ({
    body: {
      data: [
        { ...media, id: "1", media_product_type: "FEED", like_count: 3, comments_count: 1 },
        {
          ...media,
          id: "2",
          media_product_type: "REELS",
          media_type: "VIDEO",
          comments_count: 0,
          caption: undefined,
        },
        { ...media, id: "3", media_product_type: "FEED", like_count: 9, comments_count: 2 },
      ],
    },
  });
  answers[`${id}/stories`] = () => ({
    body: {
      data: [
        { ...media, id: "4" },
        { ...media, id: "5" },
      ],
    },
  });
  answers["1/insights"] = () =>
    insights([lifetime("views", 90), lifetime("saved", 2), lifetime("total_interactions", 6)]);
  answers["2/insights"] = () => insights([lifetime("likes", 4), lifetime("reach", 30)]);
  answers["3/insights"] = () => refusal("posted before the account became a business account");
  answers["4/insights"] = () => refusal("(#10) Not enough viewers for the media to show insights", 10);
  answers["5/insights"] = () => insights([lifetime("reach", 44), lifetime("replies", 1)]);
  const { items, steps, refused, notes } = await read();

  expect(
    [...items.values()].map(({ externalId, type, text, engagement, reach }) => [
      externalId,
      type,
      text,
      engagement,
      reach,
    ]),
  ).toEqual([
    ["1", "post", "Ciao 🥐", { likes: 3, comments: 1, saves: 2, interactions: 6 }, { views: 90 }],
    ["2", "reel", null, { likes: 4, comments: 0, interactions: 4 }, { reach: 30 }],
    ["3", "post", "Ciao 🥐", { likes: 9, comments: 2, interactions: 11 }, {}],
    ["4", "story", "Ciao 🥐", {}, {}],
    ["5", "story", "Ciao 🥐", { replies: 1 }, { reach: 44 }],
  ]);
  expect(steps.flatMap(({ content }) => content?.covers ?? [])).toEqual([
    {
      after: new Date("2026-10-20T09:59:59Z"),
      before: new Date("2026-10-27T10:00:01Z"),
      types: ["post", "reel", "video"],
    },
  ]);
  expect(refused).toEqual(new Map());
  expect([...notes]).toEqual([expect.stringMatching(/fewer than five/)]);
});

test("without the permission for figures there are posts, one refused call each, and a sentence", async () => {
  const denied = () => refusal("(#10) Application does not have permission for this action", 10);
  answers[`${id}/insights`] = denied;
  const media = { id: "1", timestamp: "2026-10-26T08:00:00+0000", media_product_type: "FEED", like_count: 3 };
  answers[`${id}/media`] = () => ({ body: { data: [media, { ...media, id: "2" }] } });
  answers["1/insights"] = denied;
  const { items, notes, figures } = await read();

  expect([...items.keys()]).toEqual(["1", "2"]);
  expect([...figures.values()].map(({ metric }) => metric)).toEqual(["followers"]);
  expect([...notes]).toEqual([
    expect.stringMatching(/how posts did: A permission/),
    expect.stringMatching(/the account's figures: A permission/),
  ]);
  expect(seen.filter(({ pathname }) => pathname.endsWith("/insights")).length).toBeLessThanOrEqual(3);
});

test("a limit ends the step with what Instagram asked for, so that it can go on later", async () => {
  answers[`${id}/insights`] = () => refusal("Application request limit reached", 4);
  await expect(read()).rejects.toThrow(/^4: /);
});
