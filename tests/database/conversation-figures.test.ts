import { beforeAll, expect, test } from "vitest";
import { deleteUserData } from "#lib/connections/delete-user-data.ts";
import { conversationFigures } from "#lib/conversations/conversation-figures.ts";
import { countMessages } from "#lib/conversations/count-messages.ts";
import { forgetBefore } from "#lib/conversations/forget-before.ts";
import { forgetConnection } from "#lib/conversations/forget-connection.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { conversationTruth, fiveDaysOfTalk, nineToSix } from "#tests/support/conversation-truth.ts";
import { becomes, countsOf, moment, says, waitsOf } from "#tests/support/conversations.ts";
import { sql } from "#tests/support/database.ts";

let acme: Organization;
let globex: Organization;
beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
});

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
  const messages = fiveDaysOfTalk(start);
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

  const { days, ...truth } = await conversationTruth(messages, timeZone, first);
  const range = { from: days.at(0)?.date ?? "", to: days.at(-1)?.date ?? "" };
  const figures = await asUser(organization.viewer, (tx) => conversationFigures(tx, organization.id, range));
  expect(figures.days).toEqual(days);
  expect(figures.received).toBe(160);
  expect(figures.replies).toMatchObject(truth);
  expect(figures.replies.answered).toBeGreaterThan(40);
});

const person = "7100000000000061";
const other = "7100000000000062";

test("messages that come out of order, and events that run again, leave the same figures", async () => {
  const page = await aConnection(acme);
  // The last answer first, then what it was to, then what lay between.
  await says(page, person, [moment(50)], "sent");
  await says(page, person, [moment(40), moment(10)], "received");
  await says(page, person, [moment(60), moment(60)], "received");
  await says(page, person, [moment(20)], "sent");
  await says(page, person, [moment(15), moment(45)], "received");
  await says(page, other, [moment(30)], "received");
  await says(page, other, [moment(20)], "received");

  const waits = [
    [person, moment(10), moment(20)],
    [person, moment(40), moment(50)],
    [person, moment(60), null],
    [other, moment(20), null],
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
  const number = await aConnection(acme, { provider: "whatsapp", externalId: "200000000000777" });
  await becomes(number, "wamid.1", "read", 30);
  await becomes(number, "wamid.1", "delivered", 20);
  await becomes(number, "wamid.1", "sent", 10);
  await becomes(number, "wamid.2", "sent", 10);
  await becomes(number, "wamid.2", "failed", 11);
  await becomes(number, "wamid.3", "failed", 12);
  expect(await countsOf(number.id)).toEqual({
    received: 0,
    sent: 2,
    delivered: 1,
    read: 1,
    failed: 2,
    started: 0,
  });

  const [today, yesterday] = [new Date(), new Date(Date.now() - 86_400_000)];
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

  await asSystem((tx) => forgetConnection(tx, page.id));
  expect(await countsOf(page.id)).toEqual({});
  expect(await waitsOf(page.id)).toEqual([]);
  expect(await countsOf(elsewhere.id)).toEqual(before);
});

const readFigures = (organization: Organization, reader: { userId: string }, from: string, to: string) =>
  asUser(reader, (tx) => conversationFigures(tx, organization.id, { from, to }));

test("whoever was spoken with before events are kept is forgotten, and the figures stay", async () => {
  const organization = await anOrganization();
  const page = await aConnection(organization);
  await says(page, person, [moment(10), moment(500)], "received");
  await says(page, other, [moment(10)], "received");
  await says(page, other, [moment(20)], "sent");
  const before = await countsOf(page.id);

  await asSystem((tx) => forgetBefore(tx, organization.id, new Date(moment(100))));

  expect(await sql`select contact from message_contacts where connection_id = ${page.id}`).toEqual([
    { contact: person },
  ]);
  expect(await waitsOf(page.id)).toEqual([
    ["", moment(10), moment(20)],
    [person, moment(10), null],
  ]);
  expect(await countsOf(page.id)).toEqual(before);
  await says(page, person, [moment(510)], "sent");
  expect(await waitsOf(page.id)).toContainEqual([person, moment(10), moment(510)]);
});

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
