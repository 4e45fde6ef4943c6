import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import type { EventFilter } from "#lib/webhooks/event-filter.ts";
import { newEventIdentity } from "#lib/webhooks/event-identity.ts";
import { exportEvents } from "#lib/webhooks/export-events.ts";
import type { ExportFormat } from "#lib/webhooks/export-formats.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";

type Connection = Awaited<ReturnType<typeof aConnection>>;
let acme: Organization;
let connection: Connection;
beforeAll(async () => {
  acme = await anOrganization();
  const globex = await anOrganization("Globex");
  connection = await aConnection(acme);
  await addEvents(acme, connection, 1_203);
  await addEvents(globex, await aConnection(globex), 5);
});

async function addEvents(
  organization: Organization,
  { id, externalId }: Connection,
  count: number,
  extra = "",
) {
  const rows = Array.from({ length: count }, (_, index) => {
    const identity = newEventIdentity();
    return {
      id: identity.id,
      received_at: identity.receivedAt,
      external_id: `${externalId}:${identity.id}`,
      index,
    };
  });
  await sql`
    insert into webhook_events (id, received_at, provider, connection_id, organization_id, account_external_id,
      event_type, external_id, payload, payload_hash, verified_with, status, summary)
    select r.id, r.received_at, 'facebook', ${id}, ${organization.id}, ${externalId},
      case when r.index % 3 = 0 then 'feed' else 'messages' end, r.external_id,
      jsonb_build_object('n', r.index, 'long', 12345678901234567890, 'extra', ${extra}::text), 'h', 'meta',
      'processed', '=1+1 of ' || r.index
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (
      id uuid, received_at timestamptz, external_id text, index int)`;
}

async function exported(filter: EventFilter, format: ExportFormat, member = acme.admin) {
  const made = await exportEvents(member, filter, format);
  if (!made.ok) throw new Error(made.error);
  return { ...made.value, text: await new Response(made.value.body).text() };
}

test("NDJSON holds exactly what the filter matches, newest first, with its payload as the database keeps it", async () => {
  const { text, fileName, contentType } = await exported({ type: "feed" }, "ndjson");
  const lines = text.trimEnd().split("\n");
  const events = lines.map((line) => JSON.parse(line));
  const ids = await sql`
    select id from webhook_events where organization_id = ${acme.id} and event_type = 'feed'
    order by received_at desc, id desc`;

  expect(events.map(({ id }) => id)).toEqual(ids.map(({ id }) => id));
  expect(events).toHaveLength(401);
  expect(lines[0]).toContain('"long": 12345678901234567890');
  expect(events[0]).toMatchObject({
    type: "feed",
    provider: "facebook",
    status: "processed",
    payload: { n: 1200 },
  });
  expect(fileName).toBe(`${acme.slug}-events-${new Date().toISOString().slice(0, 10)}.ndjson`);
  expect(contentType).toMatch(/^application\/x-ndjson/);
});

test("CSV holds all pages, and no cell that a spreadsheet would run", async () => {
  const { text } = await exported({}, "csv");
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];

  expect(rows).toHaveLength(1_203);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1_203);
  expect(rows[0]).toMatchObject({ account_id: connection.externalId, summary: "'=1+1 of 1202" });
  expect(JSON.parse(rows[0]?.payload ?? "")).toMatchObject({ n: 1202 });
});

test("a search and a place in the list: the one narrows, the other does not", async () => {
  const [middle] = await sql`
    select id from webhook_events where organization_id = ${acme.id} order by received_at, id offset 600 limit 1`;
  const { text } = await exported({ q: middle?.id, before: middle?.id }, "ndjson");
  expect(
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id),
  ).toEqual([middle?.id]);
});

test("large payloads come a few at a time, and none is left out", async () => {
  const page = await aConnection(acme);
  await addEvents(acme, page, 7, "x".repeat(900_000));
  const made = await exportEvents(acme.owner, { connection: page.id }, "ndjson");
  if (!made.ok) throw new Error(made.error);
  const chunks: Uint8Array[] = [];
  for await (const chunk of made.value.body) chunks.push(chunk);
  expect(chunks.map(({ byteLength }) => byteLength < 4_000_000)).toEqual([true, true, true]);
  expect(Buffer.concat(chunks).toString().trimEnd().split("\n")).toHaveLength(7);
});

test("nothing is read before it is wanted, and nothing after whoever wanted it has left", async () => {
  const page = await aConnection(acme);
  await addEvents(acme, page, 600);
  const begin = async () => {
    const made = await exportEvents(acme.admin, { connection: page.id }, "ndjson");
    if (!made.ok) throw new Error(made.error);
    return made.value.body.getReader();
  };
  const [stays, leaves] = [await begin(), await begin()];
  const { value } = await leaves.read();
  expect(
    Buffer.from(value ?? [])
      .toString()
      .trimEnd()
      .split("\n"),
  ).toHaveLength(500);
  await leaves.cancel();
  expect((await leaves.read()).done).toBe(true);

  expect((await stays.read()).done).toBe(false);
  await sql`delete from webhook_events where connection_id = ${page.id}`;
  expect((await stays.read()).done).toBe(true);
});

test("who stops being a member gets no further page", async () => {
  const globex = await anOrganization("Globex");
  await addEvents(globex, await aConnection(globex), 600);
  const made = await exportEvents(globex.admin, {}, "ndjson");
  if (!made.ok) throw new Error(made.error);
  const reader = made.value.body.getReader();
  expect((await reader.read()).done).toBe(false);
  await sql`delete from organization_members where user_id = ${globex.admin.userId}`;
  expect((await reader.read()).done).toBe(true);
});

test("members and viewers are told no; what is exported is on record, without what was searched for", async () => {
  for (const member of [acme.member, acme.viewer]) {
    expect(await exportEvents(member, {}, "csv")).toEqual({ ok: false, error: "admins-only" });
  }
  await exported({ status: "dead", q: "ana" }, "csv", acme.owner);
  const [entry] = await sql`
    select actor_id, metadata from audit_events
    where organization_id = ${acme.id} and action = 'events.exported' and actor_id = ${acme.owner.userId}
    order by created_at desc limit 1`;
  expect(entry?.metadata).toEqual({ format: "csv", query: "?status=dead", searched: true });
});
