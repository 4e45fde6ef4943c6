import { beforeAll, expect, test } from "vitest";
import { deleteUserData } from "#lib/connections/delete-user-data.ts";
import { conversationFigures } from "#lib/conversations/conversation-figures.ts";
import { countMessages } from "#lib/conversations/count-messages.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);
const minuteMs = 60_000;
let acme: Organization;
let globex: Organization;
beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
});

const everyDay = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const nineToSix = Object.fromEntries(everyDay.map((day) => [day, [{ opens: "09:00", closes: "18:00" }]]));

test.each([
  ["Europe/Rome", "2026-10-23"],
  ["America/New_York", "2026-03-06"],
  ["Australia/Lord_Howe", "2026-04-03"],
])("figures equal plain SQL over the messages in %s, where clocks change", async (timeZone, first) => {
  const organization = await anOrganization();
  await sql`
    update organizations set time_zone = ${timeZone}, settings = ${sql.json({ openingHours: nineToSix })}
    where id = ${organization.id}`;
  const page = await aConnection(organization);
  const base = { organizationId: organization.id, connectionId: page.id, provider: "facebook" as const };
  const start = Date.parse(`${first}T00:00Z`);
  // Without chance, and yet at all times of the day: five customers over five days.
  const messages = Array.from({ length: 240 }, (_, index) => ({
    kind: index % 3 === 2 ? ("sent" as const) : ("received" as const),
    contact: `customer ${(index * 7) % 5}`,
    at: new Date(start + index * 29 * minuteMs + ((index * 911) % 13) * 1000),
  }));
  for (let from = 0; from < messages.length; from += 50) {
    await asSystem((tx) =>
      countMessages(
        tx,
        messages
          .slice(from, from + 50)
          .map(({ at, ...message }) => ({ ...base, message, occurredAt: at, receivedAt: at })),
      ),
    );
  }

  const [truth] = await sql`
    with m as (
      select kind, contact, at, (at at time zone ${timeZone})::date as day,
        lag(at) over w as last_at, lag(kind) over w as last_kind
      from jsonb_to_recordset(${sql.json(messages as never)}) as m (kind text, contact text, at timestamptz)
      window w as (partition by contact order by at)),
    asked as (
      select contact, at as asked_at, (select min(s.at) from m s where s.kind = 'sent' and s.contact = m.contact and s.at >= m.at) as answered_at
      from m where kind = 'received' and last_kind is distinct from 'received'),
    waits as (
      select *, (
        select floor(coalesce(sum(extract(epoch from
          greatest(least(answered_at, (d::date + time '18:00') at time zone ${timeZone})
            - greatest(asked_at, (d::date + time '09:00') at time zone ${timeZone}), interval '0'))), 0))
        from generate_series(${first}::date - 1, ${first}::date + 8, interval '1 day') d) as open_seconds
      from asked)
    select
      (select jsonb_agg(d order by d->>'date') from (
        select jsonb_build_object('date', day, 'received', count(*) filter (where kind = 'received'),
          'sent', count(*) filter (where kind = 'sent'),
          'started', count(*) filter (where kind = 'received' and (last_at is null or at - last_at > interval '24 hours'))) as d
        from m group by day) days) as days,
      count(answered_at)::int as answered, count(*) filter (where answered_at is null)::int as unanswered,
      percentile_cont(0.5) within group (order by open_seconds) filter (where answered_at is not null) as median,
      percentile_cont(0.9) within group (order by open_seconds) filter (where answered_at is not null) as p90
    from waits`;

  const days = truth?.days as { date: string; received: number }[];
  const range = { from: days.at(0)?.date ?? "", to: days.at(-1)?.date ?? "" };
  const figures = await asUser(organization.viewer, (tx) => conversationFigures(tx, organization.id, range));
  expect(figures.days).toEqual(days);
  expect(figures.received).toBe(160);
  expect(figures.replies).toMatchObject({
    answered: truth?.answered,
    unanswered: truth?.unanswered,
    medianSeconds: truth?.median,
    p90Seconds: truth?.p90,
  });
  expect(figures.replies.answered).toBeGreaterThan(40);
});

async function deliver(object: string, entry: object) {
  const body = JSON.stringify({ object, entry: [entry] });
  expect((await receive(metaRequest(body))).status).toBe(200);
}

type Page = { id: string; externalId: string };
const tenHoursAgo = Math.floor(Date.now() / 1000) * 1000 - 600 * minuteMs;
const moment = (minutes: number) => tenHoursAgo + minutes * minuteMs;

async function says(page: Page, customer: string, times: number[], kind: "received" | "sent") {
  const [sender, recipient] = kind === "sent" ? [page.externalId, customer] : [customer, page.externalId];
  const messaging = times.map((at) => ({
    sender: { id: sender },
    recipient: { id: recipient },
    timestamp: at,
    message: { mid: `m_${crypto.randomUUID()}`, text: "…", ...(kind === "sent" && { is_echo: true }) },
  }));
  await deliver("page", { id: page.externalId, time: Date.now(), messaging });
  await processPending(page.id);
}

const waitsOf = async (connectionId: string) => {
  const rows = await sql`
    select contact, asked_at, answered_at, open_seconds from first_replies where connection_id = ${connectionId}
    order by contact, asked_at`;
  return rows.map(({ contact, asked_at, answered_at }) => [
    contact,
    asked_at.getTime(),
    answered_at?.getTime() ?? null,
  ]);
};
const countsOf = async (connectionId: string) => {
  const [row] = await sql`
    select sum(received)::int as received, sum(sent)::int as sent, sum(delivered)::int as delivered, sum(read)::int as read,
      sum(failed)::int as failed, sum(started)::int as started
    from message_counts where connection_id = ${connectionId}`;
  return { ...row };
};

const person = "7100000000000061";
const other = "7100000000000062";

test("messages that come out of order, and events that run again, leave the same figures", async () => {
  const page = await aConnection(acme);
  const at = moment;
  // The last answer first, then what it was to, then what lay between.
  await says(page, person, [at(50)], "sent");
  await says(page, person, [at(40), at(10)], "received");
  await says(page, person, [at(60), at(60)], "received");
  await says(page, person, [at(20)], "sent");
  await says(page, person, [at(15), at(45)], "received");
  await says(page, other, [at(30)], "received");
  await says(page, other, [at(20)], "received");

  const waits = [
    [person, at(10), at(20)],
    [person, at(40), at(50)],
    [person, at(60), null],
    [other, at(20), null],
  ];
  expect(await waitsOf(page.id)).toEqual(waits);
  const counts = { received: 8, sent: 2, delivered: 0, read: 0, failed: 0, started: 2 };
  expect(await countsOf(page.id)).toEqual(counts);

  await sql`update webhook_events set status = 'failed', next_attempt_at = null where connection_id = ${page.id}`;
  await processPending(page.id);
  expect(await countsOf(page.id)).toEqual(counts);
  expect(await waitsOf(page.id)).toEqual(waits);
});

test("what became of a WhatsApp message counts once, whatever was skipped or came late", async () => {
  const number = { id: "", externalId: "200000000000777" };
  number.id = (await aConnection(acme, { provider: "whatsapp", externalId: number.externalId })).id;
  const status = async (id: string, name: string, minutes: number) => {
    const statuses = [
      { id, status: name, timestamp: String(moment(minutes) / 1000), recipient_id: "15550002222" },
    ];
    const value = { metadata: { phone_number_id: number.externalId }, statuses };
    await deliver("whatsapp_business_account", { id: "1", changes: [{ field: "messages", value }] });
    await processPending(number.id);
  };
  await status("wamid.1", "read", 30);
  await status("wamid.1", "delivered", 20);
  await status("wamid.1", "sent", 10);
  await status("wamid.2", "sent", 10);
  await status("wamid.2", "failed", 11);
  await status("wamid.3", "failed", 12);
  expect(await countsOf(number.id)).toEqual({
    received: 0,
    sent: 2,
    delivered: 1,
    read: 1,
    failed: 2,
    started: 0,
  });

  const [today, yesterday] = [new Date(), new Date(Date.now() - 24 * 60 * minuteMs)];
  const range = { from: yesterday.toISOString().slice(0, 10), to: today.toISOString().slice(0, 10) };
  const read = (scope: object) =>
    asUser(acme.viewer, (tx) => conversationFigures(tx, acme.id, { ...range, ...scope }));
  expect((await read({})).delivery).toEqual({ sent: 2, delivered: 1, read: 1, failed: 2 });
  expect((await read({ connectionIds: [] })).channels).toEqual([]);
});

test("a customer who asked to be forgotten is in no conversation, and the counts stay", async () => {
  const [page, elsewhere] = [await aConnection(acme), await aConnection(globex)];
  const forgotten = "7100000000000063";
  for (const each of [page, elsewhere]) {
    await says(each, forgotten, [moment(10), moment(30)], "received");
    await says(each, forgotten, [moment(20)], "sent");
    await says(each, other, [moment(10)], "received");
  }
  const before = await countsOf(page.id);

  await deleteUserData({ code: "none", externalUserId: forgotten, requestedAt: new Date().toISOString() });

  for (const table of ["message_contacts", "first_replies"]) {
    const rows =
      await sql`select distinct contact from ${sql(table)} where connection_id in (${page.id}, ${elsewhere.id})`;
    expect(rows).toEqual([{ contact: other }]);
  }
  expect(await countsOf(page.id)).toEqual(before);
});

const readFigures = (organization: Organization, reader: { userId: string }, from: string, to: string) =>
  asUser(reader, (tx) => conversationFigures(tx, organization.id, { from, to }));

test("an organization's members read its figures and no one else does", async () => {
  const page = await aConnection(acme);
  await sql`
    insert into message_counts (organization_id, date, connection_id, received, sent, started)
    values (${acme.id}, '2026-03-02', ${page.id}, 3, 2, 1)`;
  await sql`
    insert into first_replies (organization_id, connection_id, contact, asked_at, answered_at, answered_by, open_seconds)
    values (${acme.id}, ${page.id}, 'a', '2026-03-02T10:00Z', '2026-03-02T10:10Z', null, 600),
      (${acme.id}, ${page.id}, 'b', '2026-03-02T10:00Z', '2026-03-04T10:00Z', ${acme.owner.userId}, 1200),
      (${acme.id}, ${page.id}, 'c', '2026-03-02T10:00Z', null, null, null)`;

  const figures = await readFigures(acme, acme.viewer, "2026-03-01", "2026-03-03");
  expect(figures).toMatchObject({
    days: [
      { date: "2026-03-01", received: 0, sent: 0, started: 0 },
      { date: "2026-03-02", received: 3, sent: 2, started: 1 },
      { date: "2026-03-03", received: 0 },
    ],
    received: 3,
    replies: { answered: 2, unanswered: 1, medianSeconds: 900, p90Seconds: 1140, withinDay: 1, decided: 3 },
    channels: [
      { connectionId: page.id, provider: "facebook", received: 3, replies: { answered: 2 }, delivery: null },
    ],
    delivery: null,
    since: "2026-03-02",
  });
  expect(figures.people).toMatchObject([
    { userId: acme.owner.userId, replies: { answered: 1, medianSeconds: 1200 } },
    { userId: null, replies: { answered: 1, medianSeconds: 600 } },
  ]);
  expect(await readFigures(acme, globex.owner, "2026-03-01", "2026-03-03")).toMatchObject({
    received: 0,
    channels: [],
    since: null,
  });
});
