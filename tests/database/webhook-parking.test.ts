import { expect, test } from "vitest";
import { announceStatus } from "#lib/connections/announce-status.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Json } from "#lib/providers/contract.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { attemptEvent } from "#lib/webhooks/attempt-event.ts";
import { dueEvents } from "#lib/webhooks/due-events.ts";
import { parkAttempts } from "#lib/webhooks/park-attempts.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { sweep } from "#lib/webhooks/sweep.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);
const organization = anOrganization();
const aPage = async () => aConnection(await organization);

const messagingOf = (page: string, mid: string) =>
  messageTo(page, { mid }).entry.flatMap(({ messaging }) => messaging);
function edit(page: string, mid: string, text = "I meant Sunday") {
  const [{ message, ...item } = { message: {} }] = messagingOf(page, mid);
  return { ...item, message_edit: { mid, text, num_edit: 1 } };
}
const deliver = (page: string, ...messaging: object[]) =>
  receive(
    metaRequest(JSON.stringify({ object: "page", entry: [{ id: page, time: Date.now(), messaging }] })),
  );

const eventsOf = (connectionId: string) => sql`
  select event_type, status, attempts, parked_for, summary, search is not null as found, received_at, next_attempt_at,
    (select count(*)::int from webhook_attempts a where a.event_id = e.id) as tries
  from webhook_events e where connection_id = ${connectionId} order by received_at, id`;
const jobsFor = (connectionId: string) =>
  sql`select key, run_at from graphile_worker._private_jobs where key like ${`%:${connectionId}%`} order by key`;

test("an edit that comes before its message waits for it without failing, and holds up nobody", async () => {
  const page = await aPage();
  await deliver(page.externalId, edit(page.externalId, "m_1"));
  await deliver(page.externalId, ...messagingOf(page.externalId, "m_other"));
  await processPending(page.id);

  const [waiting, other] = await eventsOf(page.id);
  expect(other).toMatchObject({ event_type: "messages", status: "processed" });
  expect(waiting).toMatchObject({
    event_type: "message_edits",
    status: "pending",
    parked_for: "message",
    attempts: 0,
    tries: 0,
    found: true,
    summary: "A customer changed a message to “I meant Sunday”",
  });
  expect(waiting?.next_attempt_at.getTime() - waiting?.received_at.getTime()).toBe(5_000);
  const retry = (await jobsFor(page.id)).find(({ key }) => key.endsWith(":retry"));
  expect(retry?.run_at).toEqual(waiting?.next_attempt_at);

  await deliver(page.externalId, ...messagingOf(page.externalId, "m_1"));
  await processPending(page.id);
  expect(await eventsOf(page.id)).toMatchObject([
    { status: "processed", parked_for: null, next_attempt_at: null, attempts: 1, tries: 1 },
    { status: "processed", attempts: 1 },
    { status: "processed", attempts: 1 },
  ]);
});

test("after ten minutes an edit is handled without its message", async () => {
  const page = await aPage();
  await deliver(page.externalId, edit(page.externalId, "m_2"));
  await sql`update webhook_events set received_at = received_at - interval '10 minutes' where connection_id = ${page.id}`;
  await processPending(page.id);
  expect(await eventsOf(page.id)).toMatchObject([{ status: "processed", parked_for: null, attempts: 1 }]);
});

test("of one delivery, a message comes before what refers to it, and all else stays in its order", async () => {
  const page = await aPage();
  const said = (mid: string) => messagingOf(page.externalId, mid);
  await deliver(
    page.externalId,
    ...said("m_a"),
    edit(page.externalId, "m_c"),
    ...said("m_b"),
    ...said("m_c"),
    ...said("m_d"),
  );

  const placed = await asSystem(async (tx) => {
    const due = await dueEvents(tx, page.id, 10);
    const tried = due.map((event) => attemptEvent(event, interpreterFor(event.provider)));
    return parkAttempts(
      tx,
      page.id,
      tried.toSorted((left, right) => order(left) - order(right)),
    );
  });
  expect(
    placed.map(({ event, parkedFor }) => [event.externalId.split(":").slice(1).join(":"), parkedFor]),
  ).toEqual([
    ["messages:m_a", null],
    ["messages:m_b", null],
    ["messages:m_c", null],
    ["message_edits:m_c:1", null],
    ["messages:m_d", null],
  ]);
});

/** As the delivery had them: one commit stores its events in the order of their keys. */
function order({ event }: { event: { externalId: string } }): number {
  return ["m_a", "m_c:1", "m_b", "m_c", "m_d"].findIndex((end) => event.externalId.endsWith(end));
}

test("while a connection is broken its messages are worked off, and what needs access waits until it is mended", async () => {
  const number = await aConnection(await organization, {
    provider: "whatsapp",
    externalId: "200000000000777",
    status: "broken",
  });
  const news = (value: Json) => ({
    object: "whatsapp_business_account",
    entry: [{ id: "100000000000777", time: 1_795_248_000, changes: [{ field: "account_alerts", value }] }],
  });
  const alert = {
    entity_type: "PHONE_NUMBER",
    entity_id: number.externalId,
    alert_info: { alert_type: "QUALITY" },
  };
  const message = {
    from: "15550002222",
    id: "wamid.IN1",
    timestamp: "1795248000",
    type: "text",
    text: { body: "Hola" },
  };
  const metadata = { phone_number_id: number.externalId };
  await receive(metaRequest(news(alert)));
  await receive(
    metaRequest({
      object: "whatsapp_business_account",
      entry: [
        { id: "100000000000777", changes: [{ field: "messages", value: { metadata, messages: [message] } }] },
      ],
    }),
  );

  await processPending(number.id);
  expect(await eventsOf(number.id)).toMatchObject([
    {
      status: "pending",
      parked_for: "connection",
      attempts: 0,
      tries: 0,
      summary: "Meta warns about the WhatsApp account: “QUALITY”",
    },
    { status: "processed", summary: "Message from +15550002222: “Hola”" },
  ]);
  await sql`delete from graphile_worker._private_jobs`;
  await sweep();
  expect(await jobsFor(number.id)).toEqual([]);

  await sql`update connections set status = 'healthy' where id = ${number.id}`;
  await asSystem((tx) =>
    announceStatus(tx, number.id, { before: "broken", after: "healthy", since: new Date() }),
  );
  expect((await jobsFor(number.id)).map(({ key }) => key)).toContain(`webhook-events.process:${number.id}`);

  await processPending(number.id);
  expect(await eventsOf(number.id)).toMatchObject([{ status: "processed", attempts: 1 }, { attempts: 1 }]);
  expect((await jobsFor(number.id)).map(({ key }) => key)).toContain(`connection.check:${number.id}`);
});
