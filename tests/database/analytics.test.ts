import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { exportAnalytics } from "#lib/analytics/export-analytics.ts";
import { readAnalytics } from "#lib/analytics/read-analytics.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";

let acme: Organization;
let globex: Organization;
let page: string;
let account: string;
let foreign: string;

/** Both zones change their clocks between the two moments of each test that looks across a change. */
const now = new Date("2026-11-10T12:00:00Z");
const week = { from: "2026-11-01", to: "2026-11-07" };

beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization("Acme"), anOrganization("Globex")]);
  page = (await aConnection(acme, { displayName: "Page", connectedAt: new Date("2026-01-01") })).id;
  account = (
    await aConnection(acme, {
      displayName: "=Account",
      provider: "instagram",
      connectedAt: new Date("2026-02-01"),
    })
  ).id;
  foreign = (await aConnection(globex, { displayName: "Theirs" })).id;
  for (const [organizationId, connectionId, times] of [
    [acme.id, page, 1],
    [acme.id, account, 10],
    [globex.id, foreign, 1_000],
  ] as const) {
    // No figure on every seventh day, and half of the metrics only since November.
    await sql`
      insert into social_media_analytics (organization_id, connection_id, date, metric_type, metric_value, source_metric)
      select ${organizationId}, ${connectionId}, day::date, metric, ${times}::int * (extract(doy from day) + length(metric)), metric
      from generate_series('2025-11-01'::date, '2026-11-10', interval '1 day') day,
        unnest(array['followers', 'reach', 'views', 'likes']) metric
      where extract(doy from day)::int % 7 <> ${times}::int % 7 and (metric <> 'likes' or day >= '2026-11-01')`;
  }
});

type Expected = { date: string; metric: string; value: number };

const expected = (from: string, to: string, connectionIds: string[]) => sql<Expected[]>`
  select date::text, metric_type as metric, sum(metric_value)::float8 as value from social_media_analytics
  where connection_id in ${sql(connectionIds)} and date between ${from} and ${to} group by 1, 2 order by 2, 1`;

test.each([
  ["a week over the end of summer time", week, undefined],
  ["most of a year, over both changes of the clocks", { from: "2026-01-01", to: "2026-11-10" }, undefined],
  ["one account", week, "connection"],
  ["one platform", week, "channel"],
])("what the page adds up is what stands in the tables: %s", async (_, span, chosen) => {
  const query = {
    ...span,
    ...(chosen === "connection" && { connection: page }),
    ...(chosen === "channel" && { channel: "instagram" }),
  };
  const { figures, dates } = await readAnalytics(acme.viewer, query, now);
  const ids = chosen === "connection" ? [page] : chosen === "channel" ? [account] : [page, account];
  const rows = await expected(span.from, span.to, ids);

  const shown = figures
    .filter(({ kind }) => kind !== "level")
    .flatMap(({ metric, days }) =>
      days.flatMap((value, day) => (value === null ? [] : [{ date: dates[day], metric, value }])),
    );
  expect(shown.toSorted(order)).toEqual(rows.filter(({ metric }) => metric !== "followers"));
  for (const { metric, kind, total, accounts } of figures) {
    if (kind === "level") continue;
    const whole = rows.filter((row) => row.metric === metric).reduce((sum, { value }) => sum + value, 0);
    expect(total).toBe(whole);
    expect(accounts).toHaveLength(ids.length);
  }
});

const order = (left: { metric: string; date?: string }, right: { metric: string; date?: string }) =>
  left.metric.localeCompare(right.metric) || (left.date ?? "").localeCompare(right.date ?? "");

test("followers are each account's last known, and a change is of days that both periods know", async () => {
  const { figures, filter } = await readAnalytics(acme.viewer, week, now);
  const figure = (metric: string) => figures.find((each) => each.metric === metric);

  const [last] = await sql`
    select sum(value)::float8 as value from (select distinct on (connection_id) metric_value as value
      from social_media_analytics where connection_id in (${page}, ${account}) and metric_type = 'followers'
        and date between ${week.from} and ${week.to} order by connection_id, date desc) as latest`;
  expect(figure("followers")?.total).toBe(last?.value);

  const [pairs] = await sql`
    select sum(today.metric_value)::float8 as now, sum(earlier.metric_value)::float8 as before
    from social_media_analytics today join social_media_analytics earlier
      on earlier.connection_id = today.connection_id and earlier.metric_type = today.metric_type and earlier.date = today.date - 7
    where today.connection_id in (${page}, ${account}) and today.metric_type = 'reach' and today.date between ${week.from} and ${week.to}`;
  expect(figure("reach")?.compared).toMatchObject({ now: pairs?.now, before: pairs?.before });
  expect(figure("likes")).toMatchObject({ before: null, compared: null, change: null });
  expect(filter.range.before).toEqual({ from: "2026-10-25", to: "2026-10-31" });
});

test("yesterday is the organization's own", async () => {
  const late = new Date("2026-10-25T22:30:00Z");
  const lastDay = async (timeZone: string) => {
    await sql`update organizations set time_zone = ${timeZone} where id = ${acme.id}`;
    const { filter, dates } = await readAnalytics(acme.viewer, { range: "7d" }, late);
    expect(dates).toHaveLength(7);
    return filter.range.to;
  };
  // On this day Berlin's clocks went back: half past eleven at night, still the 25th.
  expect(await lastDay("Europe/Berlin")).toBe("2026-10-24");
  expect(await lastDay("Pacific/Auckland")).toBe("2026-10-25");
  expect(await lastDay("America/Los_Angeles")).toBe("2026-10-24");
  await sql`update organizations set time_zone = 'UTC' where id = ${acme.id}`;
});

test("another organization's figures are seen neither by name nor by asking for its account", async () => {
  const theirs = await readAnalytics(acme.viewer, { ...week, connection: foreign }, now);
  expect(theirs.figures).toEqual([]);
  expect(theirs.chosen).toEqual([]);

  const { accounts } = await readAnalytics(globex.viewer, week, now);
  expect(accounts.map(({ displayName }) => displayName)).toEqual(["Theirs"]);
});

test("what of an address cannot be read is named, and the usual days are shown", async () => {
  const { ignored, filter } = await readAnalytics(
    acme.viewer,
    { range: "1y", channel: "myspace", connection: "x", from: "2026-02-30", to: "2026-03-01" },
    now,
  );
  expect(ignored).toEqual(["range", "channel", "connection", "from", "to"]);
  expect(filter.range).toMatchObject({ name: "28d", from: "2026-10-13", to: "2026-11-09" });
});

test("admins take the figures with them, without the gaps and safe for spreadsheets, and that is written down", async () => {
  const made = await exportAnalytics(acme.admin, { ...week, figure: "reach" });
  if (!made.ok) throw new Error(made.error);
  const rows: Record<string, string>[] = parse(made.value.text, { columns: true, bom: true });
  const [stored] = await sql`
    select count(*)::int as count, sum(metric_value)::float8 as sum from social_media_analytics
    where organization_id = ${acme.id} and metric_type = 'reach' and date between ${week.from} and ${week.to}`;
  expect(rows).toHaveLength(stored?.count);
  expect(rows.reduce((sum, { value }) => sum + Number(value), 0)).toBe(stored?.sum);
  expect(new Set(rows.map((row) => row.account))).toEqual(new Set(["Page", "'=Account"]));

  const trail = await sql`
    select metadata from audit_events where organization_id = ${acme.id} and action = 'analytics.exported'`;
  expect(trail).toEqual([{ metadata: { query: "?from=2026-11-01&to=2026-11-07", figure: "reach" } }]);

  expect(await exportAnalytics(acme.member, week)).toEqual({ ok: false, error: "admins-only" });
  expect(await exportAnalytics(acme.admin, { from: "yesterday" })).toEqual({
    ok: false,
    error: "not-understood",
  });
});
