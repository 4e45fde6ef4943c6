import { expect, test } from "vitest";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { receivedAtOf } from "#lib/webhooks/event-identity.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { flushRejections } from "#lib/webhooks/rejections.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);
const eventsOf = (account: string) =>
  sql`select * from webhook_events where account_external_id = ${account} order by received_at, id`;

test("a signed event is stored in the organization its Page belongs to, and in no other", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const connection = await aConnection(acme);
  await aConnection(globex);

  const response = await receive(metaRequest(messageTo(connection.externalId, { mid: "m_1" })));

  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect(await eventsOf(connection.externalId)).toMatchObject([
    {
      provider: "facebook",
      organization_id: acme.id,
      connection_id: connection.id,
      event_type: "messages",
      external_id: `${connection.externalId}:messages:m_1`,
      status: "pending",
      verified_with: "meta",
      headers: { "content-type": "application/json" },
      duplicates: 0,
    },
  ]);
  expect(await sql`select id from webhook_events where organization_id = ${globex.id}`).toHaveLength(0);
});

test("the moment of receipt is the millisecond inside the id", async () => {
  const connection = await aConnection(await anOrganization());
  await receive(metaRequest(messageTo(connection.externalId)));
  const [event] = await eventsOf(connection.externalId);
  expect(event?.received_at).toEqual(receivedAtOf(event?.id));
});

test("one job a connection is queued with the events, however many there are", async () => {
  const connection = await aConnection(await anOrganization());
  await Promise.all(Array.from({ length: 20 }, () => receive(metaRequest(messageTo(connection.externalId)))));

  const jobs = await sql`
    select payload from graphile_worker._private_jobs where key = ${`webhook-events.process:${connection.id}`}`;
  expect(jobs).toEqual([{ payload: { connectionId: connection.id } }]);
  expect(await eventsOf(connection.externalId)).toHaveLength(20);
  const [row] = await sql`select last_event_at from connections where id = ${connection.id}`;
  expect(row?.last_event_at).toBeInstanceOf(Date);
});

test("a delivery that repeats is a success, stored once and counted", async () => {
  const connection = await aConnection(await anOrganization());
  const body = messageTo(connection.externalId, { mid: "m_again" });

  const first = await receive(metaRequest(body));
  const repeats = await Promise.all([1, 2, 3].map(() => receive(metaRequest(body))));

  expect([first, ...repeats].map((response) => response.status)).toEqual([200, 200, 200, 200]);
  expect(await eventsOf(connection.externalId)).toMatchObject([
    { duplicates: 3, duplicate_times: [expect.any(Date), expect.any(Date), expect.any(Date)] },
  ]);
});

test("the same event twice in one delivery is stored once and counted", async () => {
  const connection = await aConnection(await anOrganization());
  const body = messageTo(connection.externalId, { mid: "m_twice" });
  const [entry] = body.entry;
  await receive(metaRequest({ ...body, entry: [entry ?? {}, entry ?? {}] }));
  expect(await eventsOf(connection.externalId)).toMatchObject([{ duplicates: 1 }]);
});

test("many at once that overlap in every way are each stored exactly once", async () => {
  const organization = await anOrganization();
  const pages = await Promise.all([1, 2, 3].map(() => aConnection(organization)));
  const mids = Array.from({ length: 30 }, (_, index) => `m_${index}`);
  const deliveries = pages.flatMap(({ externalId }) => mids.map((mid) => messageTo(externalId, { mid })));
  const thrice = [...deliveries, ...deliveries.toReversed(), ...deliveries];

  const responses = await Promise.all(thrice.map((body) => receive(metaRequest(body))));

  expect(new Set(responses.map((response) => response.status))).toEqual(new Set([200]));
  for (const page of pages) {
    const events = await eventsOf(page.externalId);
    expect(events).toHaveLength(30);
    expect(events.every((event) => event.duplicates === 2)).toBe(true);
  }
});

test("a Page no one has connected: stored unrouted, and answered 200", async () => {
  const account = "998877665544332211";
  const response = await receive(metaRequest(messageTo(account)));
  expect(response.status).toBe(200);
  expect(await eventsOf(account)).toMatchObject([
    { organization_id: null, connection_id: null, status: "pending" },
  ]);
});

test("a disconnected Page's events reach no organization", async () => {
  const connection = await aConnection(await anOrganization(), { status: "disconnected" });
  await receive(metaRequest(messageTo(connection.externalId)));
  expect(await eventsOf(connection.externalId)).toMatchObject([{ organization_id: null }]);
});

test("text the database cannot hold is stored without what it cannot hold", async () => {
  const connection = await aConnection(await anOrganization());
  const body = JSON.stringify(messageTo(connection.externalId, { text: "half \ud800 and nul \0 end" }));
  expect((await receive(metaRequest(body))).status).toBe(200);
  const [event] = await eventsOf(connection.externalId);
  expect(event?.payload.entry[0].messaging[0].message.text).toBe("half \ufffd and nul \ufffd end");
});

test("what is refused is counted under its reason and leaves no event", async () => {
  const account = "5544332211009988";
  const unsigned = new Request("http://localhost/api/webhooks/meta", { method: "POST", body: "{}" });
  const wrong = metaRequest(messageTo(account), { secret: "another secret" });
  const unreadable = metaRequest("{");
  const large = metaRequest(" ".repeat(3 * 1024 * 1024 + 1));
  const method = new Request("http://localhost/api/webhooks/meta", { method: "DELETE" });
  const handshake = new Request("http://localhost/api/webhooks/meta?hub.mode=subscribe&hub.verify_token=no");

  const statuses = [];
  for (const request of [unsigned, wrong, wrong.clone(), unreadable, large, method, handshake]) {
    statuses.push((await receive(request)).status);
  }
  await flushRejections();

  expect(statuses).toEqual([401, 401, 401, 400, 413, 405, 403]);
  const counts =
    await sql`select reason, sum(count)::int as count from webhook_rejections group by 1 order by 1`;
  expect(Object.fromEntries(counts.map(({ reason, count }) => [reason, count]))).toEqual({
    bad_handshake: 1,
    bad_signature: 2,
    missing_signature: 1,
    too_large: 1,
    unparsable: 1,
    wrong_method: 1,
  });
  expect(await eventsOf(account)).toHaveLength(0);
});

test("rejections of one minute share a row, however often they are written", async () => {
  const request = () => new Request("http://localhost/api/webhooks/meta", { method: "PATCH" });
  for (let round = 0; round < 3; round += 1) {
    await receive(request());
    await flushRejections();
  }
  const rows = await sql`select count from webhook_rejections where reason = 'wrong_method'`;
  expect(rows.length).toBeLessThanOrEqual(2);
});

test("an event that cannot be stored is put off, and the ones beside it are stored", async () => {
  const connection = await aConnection(await anOrganization());
  // A constraint stands in for whatever a row may violate.
  await sql`alter table webhook_receipts add constraint no_poison check (external_id not like '%poison%')`;
  try {
    const mids = ["m_a", "m_b", "m_poison", "m_c", "m_d"];
    const responses = await Promise.all(
      mids.map((mid) => receive(metaRequest(messageTo(connection.externalId, { mid })))),
    );
    expect(responses.map((response) => response.status)).toEqual([200, 200, 503, 200, 200]);
    expect(responses[2]?.headers.get("retry-after")).toBe("5");
    expect(await eventsOf(connection.externalId)).toHaveLength(4);
  } finally {
    await sql`alter table webhook_receipts drop constraint no_poison`;
  }
});

test("a write that waits for a lock is given up after seconds, so that its connection is free again", async () => {
  await sql.unsafe(`
    create table allowed (timeout text);
    create function note_timeout() returns trigger language plpgsql as
      'begin insert into public.allowed values (current_setting(''lock_timeout'')); return null; end';
    create trigger note_timeout after insert on webhook_receipts execute function note_timeout()`);
  try {
    expect((await receive(metaRequest(messageTo("1122334455667788")))).status).toBe(200);
    expect(await sql`select timeout from allowed`).toEqual([{ timeout: "5s" }]);
  } finally {
    await sql.unsafe("drop function note_timeout cascade; drop table allowed");
  }
});

test("a delivery that waits for an event holds no job that others wait for", async () => {
  const connection = await aConnection(await anOrganization());
  const known = messageTo(connection.externalId, { mid: "m_known" });
  await receive(metaRequest(known));
  const waiting = () =>
    sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

  let answer: Promise<Response> | undefined;
  await sql.begin(async (tx) => {
    await tx`select from webhook_events where connection_id = ${connection.id} for update`;
    const entry = [...known.entry, ...messageTo(connection.externalId).entry];
    answer = receive(metaRequest({ ...known, entry }));
    await eventually(async () => expect(await waiting()).toHaveLength(1));
    await tx`select private.enqueue_job('webhook-events.process', ${JSON.stringify({ connectionId: connection.id })}::text::json,
      ${`webhook-events.process:${connection.id}`}, null, null, null)`;
  });

  expect((await answer)?.status).toBe(200);
  expect(await eventsOf(connection.externalId)).toHaveLength(2);
});

test("a repeat of an event someone is working on is answered at once, and counted when they are done", async () => {
  const connection = await aConnection(await anOrganization());
  const known = messageTo(connection.externalId, { mid: "m_held" });
  await receive(metaRequest(known));

  await sql.begin(async (tx) => {
    await tx`select from webhook_events where connection_id = ${connection.id} for update`;
    const entry = [...known.entry, ...known.entry, ...messageTo(connection.externalId).entry];
    expect((await receive(metaRequest({ ...known, entry }))).status).toBe(200);
    // What came beside it is stored, and not counted on anyone's time.
    expect(await eventsOf(connection.externalId)).toMatchObject([{ duplicates: 0 }, { duplicates: 0 }]);
  });

  await eventually(async () =>
    expect(await eventsOf(connection.externalId)).toMatchObject([{ duplicates: 2 }, { duplicates: 0 }]),
  );
});

test("an event that someone else is just storing is counted on theirs", async () => {
  const connection = await aConnection(await anOrganization());
  const body = messageTo(connection.externalId, { mid: "m_racing" });
  const [row] = await sql`select gen_random_uuid() as id, now() as received_at`;
  const { id, received_at: at } = { ...row };
  const key = `${connection.externalId}:messages:m_racing`;

  let answer: Promise<Response> | undefined;
  await sql.begin(async (tx) => {
    await tx`insert into webhook_receipts values ('facebook', ${key}, ${id}, ${at})`;
    answer = receive(metaRequest(body));
    await eventually(async () =>
      expect(
        await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ).toHaveLength(1),
    );
    await tx`
      insert into webhook_events (id, received_at, provider, account_external_id, event_type, external_id, payload, payload_hash, verified_with)
      values (${id}, ${at}, 'facebook', ${connection.externalId}, 'messages', ${key}, '{}', '', 'meta')`;
  });

  expect((await answer)?.status).toBe(200);
  expect(await eventsOf(connection.externalId)).toMatchObject([
    { id, duplicates: 1, duplicate_times: [expect.any(Date)] },
  ]);
});

test("of the times an event came again the newest twenty are kept, and all are counted", async () => {
  const connection = await aConnection(await anOrganization());
  const body = messageTo(connection.externalId, { mid: "m_forever" });
  const [entry] = body.entry;
  const times = (count: number) => ({ ...body, entry: Array.from({ length: count }, () => entry ?? {}) });
  await receive(metaRequest(times(16)));
  // The database's own clock, in its own microseconds: both deliveries may come within one millisecond.
  const [between] = await sql`select clock_timestamp()::text as instant`;
  await receive(metaRequest(times(14)));

  const [event] = await sql`
    select duplicates, array(select time > ${between?.instant}::text::timestamptz from unnest(duplicate_times) time) as is_later
    from webhook_events where account_external_id = ${connection.externalId}`;
  expect(event).toEqual({ duplicates: 29, is_later: [...Array(6).fill(false), ...Array(14).fill(true)] });
});
