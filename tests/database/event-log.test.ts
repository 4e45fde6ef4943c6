import { beforeAll, expect, test } from "vitest";
import { countTroubled } from "#lib/webhooks/count-events.ts";
import { countNewer } from "#lib/webhooks/count-newer.ts";
import type { EventFilter } from "#lib/webhooks/event-filter.ts";
import { eventHistogram } from "#lib/webhooks/histogram.ts";
import { listEvents } from "#lib/webhooks/list-events.ts";
import { idAt } from "#lib/webhooks/stretch.ts";
import { fillLog } from "#tests/bench/fill-log.ts";
import { aLogOrganization, type LogOrganization } from "#tests/bench/log-organization.ts";
import { sql } from "#tests/support/database.ts";

type Row = {
  id: string;
  received_at: Date;
  provider: string;
  connection_id: string;
  event_type: string;
  status: string;
  problem_id: string | null;
  replay_id: string | null;
  words: string[];
};

const dayMs = 86_400_000;
let log: LogOrganization;
/** All events, newest first. */
let rows: Row[];

beforeAll(async () => {
  await fillLog(sql, await aLogOrganization(sql, "another"), 300);
  log = await aLogOrganization(sql, "harbour");
  await fillLog(sql, log, 5_000);
  const organizationId = log.member.organizationId;
  // A long time in which all failed, so that whatever was processed lies far below; and events that wait since long ago.
  await sql`
    update webhook_events set status = 'dead' where organization_id = ${organizationId} and status = 'processed'
      and received_at > now() - interval '4 days'`;
  await sql`
    update webhook_events set status = 'pending', search = null where organization_id = ${organizationId}
      and connection_id = ${log.connections["Harbour Bakery"] ?? ""} and event_type = 'feed'
      and received_at < now() - interval '20 days'`;
  await sql`delete from webhook_event_counts where organization_id = ${organizationId}`;
  // Of two days no count was ever kept.
  await sql`
    insert into webhook_event_counts (organization_id, hour, connection_id, provider, event_type, status, count)
    select organization_id, date_trunc('hour', received_at, 'UTC'), connection_id, provider, event_type, status, count(*)
    from webhook_events where organization_id = ${organizationId} and status <> 'pending'
      and date_trunc('hour', received_at, 'UTC') not between now() - interval '12 days' and now() - interval '10 days'
    group by 1, 2, 3, 4, 5, 6`;
  rows = await sql<Row[]>`
    select id, received_at, provider, connection_id, event_type, status, problem_id, replay_id,
      case when search is null then '{}' else tsvector_to_array(search) end as words
    from webhook_events where organization_id = ${organizationId} order by received_at desc, id desc`;
});

function expected(filter: EventFilter): string[] {
  const begun = filter.q?.split(" ") ?? [];
  const last = begun.pop();
  return rows
    .filter(
      (row) =>
        (!filter.status || row.status === filter.status) &&
        (!filter.channel || row.provider === filter.channel) &&
        (!filter.connection || row.connection_id === filter.connection) &&
        (!filter.type || row.event_type === filter.type) &&
        (!filter.problem || row.problem_id === filter.problem) &&
        (!filter.replay || row.replay_id === filter.replay) &&
        (!filter.from || row.received_at >= new Date(filter.from)) &&
        (!filter.to || row.received_at < new Date(filter.to)) &&
        begun.every((word) => row.words.includes(word)) &&
        (!last || row.words.some((word) => word.startsWith(last) || word === `=${last}`)),
    )
    .map(({ id }) => id);
}

/** All pages of a filter, downwards from the top or upwards from the bottom, as one list. */
async function walked(filter: EventFilter, way: "older" | "newer"): Promise<string[]> {
  const ids: string[] = [];
  let place: EventFilter = way === "older" ? {} : { after: "00000000-0000-7000-8000-000000000000" };
  for (;;) {
    const page = await listEvents(log.member, { ...filter, ...place });
    const shown = page.events.map(({ id }) => id);
    if (way === "older") ids.push(...shown);
    else ids.unshift(...shown);
    const next = page[way];
    if (!next) return ids;
    place = way === "older" ? { before: next } : { after: next };
  }
}

/** The first page, one from far down and one upwards from there. */
async function expectPages(filter: EventFilter): Promise<void> {
  const ids = expected(filter);
  const idsOf = async (place: EventFilter) =>
    (await listEvents(log.member, { ...filter, ...place })).events.map(({ id }) => id);
  expect(await idsOf({}), JSON.stringify(filter)).toEqual(ids.slice(0, 50));

  const middle = rows[2_500]?.id ?? "";
  expect(await idsOf({ before: middle }), JSON.stringify(filter)).toEqual(
    ids.filter((id) => id < middle).slice(0, 50),
  );
  expect(await idsOf({ after: middle }), JSON.stringify(filter)).toEqual(
    ids.filter((id) => id > middle).slice(-50),
  );
}

test("each filter and each pair of filters finds what plain SQL finds, at the top, further down and upwards", async () => {
  const [page = "", zoom = ""] = [log.connections["Harbour Bakery"], log.connections["ana@example.com"]];
  const span = {
    from: new Date(Date.now() - 13 * dayMs).toISOString(),
    to: new Date(Date.now() - 9 * dayMs).toISOString(),
  };
  const single: EventFilter[] = [
    ...(["pending", "processed", "failed", "dead", "ignored"] as const).map((status) => ({ status })),
    ...(["facebook", "zoom"] as const).map((channel) => ({ channel })),
    ...[page, zoom].map((connection) => ({ connection })),
    ...["messages", "feed", "mentions"].map((type) => ({ type })),
    { problem: log.problemId },
    { replay: log.replayId },
    span,
  ];
  for (const [index, left] of single.entries()) {
    await expectPages(left);
    const others = single.slice(index + 1).filter((right) => Object.keys(right)[0] !== Object.keys(left)[0]);
    for (const right of others) await expectPages({ ...left, ...right });
  }
});

test("what nothing was counted for is found all the same, on every page", async () => {
  const filter = { connection: log.connections["Harbour Bakery"] ?? "", type: "feed" };
  expect(expected(filter).length).toBeGreaterThan(60);
  expect(await walked(filter, "older")).toEqual(expected(filter));
  expect(await walked(filter, "newer")).toEqual(expected(filter));
  expect(await walked({ status: "processed" }, "older")).toEqual(expected({ status: "processed" }));
});

test("a search finds ids, words and beginnings of words, alone and with other filters", async () => {
  const [some] = rows.filter(({ status }) => status === "processed");
  const mid = some?.words.find((word) => word.startsWith("=m_"))?.slice(1) ?? "";
  const order = some?.words.find((word) => word.startsWith("order")) ?? "";
  const searches = [
    "hello",
    "invoice",
    "refund",
    "ana table17",
    "invoice tab",
    "zebra",
    mid,
    order,
    order.slice(0, 7),
  ];
  for (const q of searches) {
    expect(await walked({ q }, "older"), q).toEqual(expected({ q }));
    expect(await walked({ q }, "newer"), q).toEqual(expected({ q }));
    await expectPages({ q, channel: "instagram" });
    await expectPages({ q, status: "ignored", type: "messages" });
  }
  expect(expected({ q: mid })).toEqual([some?.id]);
  expect((await listEvents(log.member, { q: some?.id ?? "" })).events).toMatchObject([{ id: some?.id }]);
});

test("a search says how far it looked when there is more beyond, and goes on from there", async () => {
  const old = { id: idAt(new Date(Date.now() - 50 * dayMs)), receivedAt: new Date(Date.now() - 50 * dayMs) };
  await sql`
    insert into webhook_events (id, received_at, provider, connection_id, organization_id, event_type, external_id,
      payload, payload_hash, verified_with, status, search)
    select ${old.id}, ${old.receivedAt}, provider, connection_id, organization_id, event_type, 'm_old', '{}', '', 'meta',
      'processed', private.webhook_search_document(organization_id, ${old.receivedAt}, '{m_old}', 'A zebra, at last')
    from webhook_events where id = ${rows[0]?.id ?? ""}`;

  const first = await listEvents(log.member, { q: "zebra" });
  expect(first).toMatchObject({ events: [], lookedTo: expect.any(Date), older: expect.any(String) });
  const further = await listEvents(log.member, { q: "zebra", before: first.older ?? "" });
  expect(further.events).toMatchObject([{ id: old.id }]);
  expect(further).not.toHaveProperty("lookedTo");

  const recent = { q: "zebra", from: new Date(Date.now() - dayMs).toISOString() };
  expect(await listEvents(log.member, recent)).not.toHaveProperty("lookedTo");
  await sql`delete from webhook_events where id = ${old.id}`;
});

test("what is typed into the search is never an operator", async () => {
  for (const q of ["a & b", "!hello", "' | 'x", "\\", "'':*", "hello:*", "<->", "(", "=:", "%%", "a\\'b"]) {
    await expect(listEvents(log.member, { q }), q).resolves.toBeDefined();
  }
  expect((await listEvents(log.member, { q: "hello | zebra" })).events).toEqual([]);
});

test("counts to a hundred are right, and only for who may see the events", async () => {
  const newest = rows[150]?.id;
  expect(await countNewer(log.member, {}, newest)).toBe(100);
  expect(await countNewer(log.member, { status: "ignored" }, newest)).toBe(
    expected({ status: "ignored" }).filter((id) => newest && id > newest).length,
  );
  expect(await countTroubled(log.member)).toEqual({
    dead: 100,
    failed: expected({ status: "failed" }).length,
  });
  const stranger = { ...log.member, userId: crypto.randomUUID() };
  expect(await countTroubled(stranger)).toEqual({ dead: 0, failed: 0 });
  expect((await listEvents(stranger, { status: "dead" })).events).toEqual([]);
});

test("a histogram's bars are what was received in them, by status", async () => {
  const now = new Date();
  const spans: EventFilter[] = [
    {},
    { range: "1h" },
    { range: "24h" },
    { from: new Date(now.getTime() - 150 * 60_000).toISOString() },
    { range: "7d" },
    { range: "24h", channel: "facebook", status: "dead" },
    { range: "7d", type: "feed", connection: log.connections["Harbour Bakery"] ?? "" },
    { range: "30d", status: "pending" },
    { from: new Date(now.getTime() - 9 * dayMs).toISOString(), status: "ignored" },
  ];
  for (const filter of spans) {
    const histogram = await eventHistogram(log.member, filter, now);
    const bars = histogram?.bars ?? [];
    const { range: _, from: __, ...conditions } = filter;
    const inBar = (status: string, at: Date) =>
      expected({
        ...conditions,
        from: at.toISOString(),
        to: new Date(at.getTime() + (histogram?.barMs ?? 0)).toISOString(),
      }).filter((id) => rows.find((row) => row.id === id)?.status === status).length;

    expect(bars.length, JSON.stringify(filter)).toBeGreaterThan(20);
    for (const { at, ...counts } of bars) {
      for (const [status, count] of Object.entries(counts)) {
        expect(count, `${status} at ${at.toISOString()}`).toBe(inBar(status, at));
      }
    }
  }
  for (const filter of [{ q: "hello" }, { problem: log.problemId }, { replay: log.replayId }]) {
    expect(await eventHistogram(log.member, filter, now)).toBeNull();
  }
});
