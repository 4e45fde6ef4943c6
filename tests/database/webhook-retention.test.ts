import { beforeAll, expect, test } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { applyRetention } from "#lib/webhooks/apply-retention.ts";
import { changeRetention } from "#lib/webhooks/change-retention.ts";
import { countPastRetention } from "#lib/webhooks/count-past-retention.ts";
import { dropOldPartitions } from "#lib/webhooks/drop-old-partitions.ts";
import { moveCounts } from "#lib/webhooks/event-counts.ts";
import { findRetention } from "#lib/webhooks/find-retention.ts";
import { makePartitions } from "#lib/webhooks/maintain-tables.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const dayMs = 86_400_000;
const now = new Date();
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);

let acme: Organization;
let globex: Organization;
beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
});

/** Processed events of an organization, one for each of these ages in days, with an attempt and counted. */
async function addEvents(organization: Organization, ages: number[]) {
  const { id: connectionId } = await aConnection(organization);
  const stored = ages.map((age) => ({ id: crypto.randomUUID(), at: daysAgo(age) }));
  const rows = JSON.stringify(stored);
  await sql`
    insert into webhook_events (id, received_at, provider, connection_id, organization_id, event_type, external_id,
      payload, payload_hash, verified_with, status, attempts)
    select id, at, 'facebook', ${connectionId}, ${organization.id}, 'messages', 'x:' || id, '{}', 'h', 'meta', 'processed', 1
    from jsonb_to_recordset(${rows}::text::jsonb) as r (id uuid, at timestamptz)`;
  await sql`
    insert into webhook_attempts (event_id, event_received_at, attempt, organization_id, started_at, duration_ms, outcome)
    select id, at, 1, ${organization.id}, at, 5, 'processed'
    from jsonb_to_recordset(${rows}::text::jsonb) as r (id uuid, at timestamptz)`;
  const provider = "facebook" as const;
  const organizationId = organization.id;
  await asSystem((tx) =>
    moveCounts(
      tx,
      stored.map(({ at: receivedAt }) => ({
        ...{ organizationId, connectionId, provider, receivedAt },
        ...{ eventType: "messages", from: null, to: "processed" },
      })),
    ),
  );
}

const agesLeft = async (organization: Organization) => {
  const rows = await sql`
    select e.received_at, a.event_id is not null as tried from webhook_events e
    left join webhook_attempts a on a.event_id = e.id and a.event_received_at = e.received_at
    where e.organization_id = ${organization.id} order by 1`;
  expect(rows.every(({ tried }) => tried)).toBe(true);
  const [attempts] = await sql`
    select count(*)::int as n from webhook_attempts where organization_id = ${organization.id}`;
  const [counted] = await sql`
    select coalesce(sum(count), 0)::int as n from webhook_event_counts where organization_id = ${organization.id}`;
  expect([attempts?.n, counted?.n]).toEqual([rows.length, rows.length]);
  return rows.map(({ received_at }) => Math.round((now.getTime() - received_at.getTime()) / dayMs));
};

test("events are kept for the usual time until an organization chooses, and then for its own, with no one else's", async () => {
  await addEvents(acme, [120, 91, 60, 31, 29, 1]);
  await addEvents(globex, [120, 91, 60, 31, 29, 1]);
  await applyRetention(undefined, now);
  expect(await agesLeft(acme)).toEqual([60, 31, 29, 1]);

  expect(await changeRetention(acme.admin, { days: 30, mayDelete: true }, {}, now)).toMatchObject({
    ok: true,
  });
  const [job] = await sql`
    select p.payload from graphile_worker._private_jobs p where p.key = ${`webhooks.retain:${acme.id}`}`;
  expect(job?.payload).toEqual({ organizationId: acme.id });
  await applyRetention(job?.payload.organizationId, now);
  await applyRetention(job?.payload.organizationId, now);
  expect(await agesLeft(acme)).toEqual([29, 1]);
  expect(await agesLeft(globex)).toEqual([60, 31, 29, 1]);
});

test("many are deleted in several transactions, and one that is being worked on is left for another time", async () => {
  const initech = await anOrganization("Initech");
  await addEvents(initech, [...Array.from({ length: 2_500 }, () => 200), 100, 2]);

  await sql.begin(async (other) => {
    await other`
      select id from webhook_events where organization_id = ${initech.id} and received_at < ${daysAgo(150)}
      order by id limit 1 for update`;
    await applyRetention(initech.id, now);
  });
  const [left] =
    await sql`select count(*)::int as n from webhook_events where organization_id = ${initech.id}`;
  expect(left?.n).toBe(2);

  await applyRetention(initech.id, now);
  expect(await agesLeft(initech)).toEqual([2]);
});

test("what came for accounts that nobody connected goes after the usual time", async () => {
  await sql`
    insert into webhook_events (id, received_at, provider, account_external_id, event_type, external_id, payload,
      payload_hash, verified_with)
    select gen_random_uuid(), at, 'facebook', 'nobody', 'messages', 'n:' || at, '{}', 'h', 'meta'
    from unnest(${[daysAgo(91), daysAgo(89)].map((at) => at.toISOString())}::timestamptz[]) at`;
  await applyRetention(undefined, now);
  const left = await sql`select received_at from webhook_events where account_external_id = 'nobody'`;
  expect(left).toEqual([{ received_at: daysAgo(89) }]);
});

test("a shorter time that would delete has to be agreed to; a longer one never", async () => {
  const hooli = await anOrganization("Hooli");
  await addEvents(hooli, [50, 20, 3]);
  const change = (days: number, mayDelete = false) =>
    changeRetention(hooli.owner, { days, mayDelete }, {}, now);

  expect(await findRetention(hooli.viewer)).toEqual({ days: 90, shortest: 7, longest: 400 });
  expect(await change(60)).toMatchObject({ ok: true });
  expect(await change(10)).toEqual({ ok: false, error: "would-delete" });
  expect(await countPastRetention(hooli.owner, 10, now)).toEqual({ count: 2, more: false });
  expect(await findRetention(hooli.viewer)).toMatchObject({ days: 60 });
  expect(await change(200)).toMatchObject({ ok: true });
  expect(await change(10, true)).toMatchObject({ ok: true });
  expect(await findRetention(hooli.viewer)).toMatchObject({ days: 10 });

  const [entry] = await sql`
    select actor_id, metadata from audit_events
    where organization_id = ${hooli.id} order by created_at desc limit 1`;
  expect(entry).toEqual({
    actor_id: hooli.owner.userId,
    metadata: { changes: { eventRetentionDays: { from: "200", to: "10" } } },
  });
});

test("the choice leaves other settings alone, and what cannot be read counts as none", async () => {
  const umbrella = await anOrganization("Umbrella");
  await sql`update organizations set settings = '{"eventRetentionDays":"forever","tone":"warm"}' where id = ${umbrella.id}`;
  expect(await findRetention(umbrella.viewer)).toMatchObject({ days: 90 });
  await changeRetention(umbrella.admin, { days: 8, mayDelete: false });
  const [row] = await sql`select settings from organizations where id = ${umbrella.id}`;
  expect(row?.settings).toEqual({ eventRetentionDays: 8, tone: "warm" });
});

test("members and viewers change nothing, and no one goes beyond what the installation keeps", async () => {
  for (const member of [acme.member, acme.viewer]) {
    expect(await changeRetention(member, { days: 20, mayDelete: true })).toEqual({
      ok: false,
      error: "admins-only",
    });
  }
  for (const days of [6, 401]) {
    expect(await changeRetention(acme.admin, { days, mayDelete: true })).toEqual({
      ok: false,
      error: "out-of-range",
    });
  }
});

/** Last year's weeks, which nobody keeps any longer, with an event nobody was connected for. */
async function addOldWeek(monday: string) {
  const [from, to] = [new Date(monday), new Date(Date.parse(monday) + 7 * dayMs)].map((at) =>
    at.toISOString(),
  );
  for (const parent of ["webhook_events", "webhook_attempts"]) {
    await sql.unsafe(`
      create table webhook_partitions.${parent}_${monday.replaceAll("-", "")} partition of public.${parent}
      for values from ('${from}') to ('${to}')`);
  }
  await sql`
    insert into webhook_events (id, received_at, provider, account_external_id, event_type, external_id, payload,
      payload_hash, verified_with)
    values (gen_random_uuid(), ${new Date(Date.parse(monday) + dayMs)}, 'facebook', 'old', 'messages', ${monday}, '{}', 'h', 'meta')`;
}
const weeks = async () =>
  (
    await sql`
    select relname from pg_class where relnamespace = 'webhook_partitions'::regnamespace and relkind = 'r'
      and relname ~ '_\\d{8}$' order by 1`
  ).map(({ relname }) => relname);

test("weeks that are older than the installation keeps anything are dropped, and no other", async () => {
  const before = await weeks();
  await addOldWeek("2023-01-02");
  await addOldWeek("2023-01-09");
  await dropOldPartitions();
  expect(await weeks()).toEqual(before);
  expect(await sql`select from webhook_events where account_external_id = 'old'`).toHaveLength(0);
  await makePartitions();
  expect(await weeks()).toEqual(before);
});

test("while someone is in the table for long, no week is dropped, events come in, and a later try drops it", async () => {
  await addOldWeek("2023-02-06");
  const page = await aConnection(acme);
  const deliver = async () => (await receiver(metaWebhook)(metaRequest(messageTo(page.externalId)))).status;

  await sql.begin(async (reader) => {
    await reader`select count(*) from webhook_events`;
    const dropping = dropOldPartitions();
    const statuses = await Promise.all(Array.from({ length: 20 }, deliver));
    await dropping;
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 200));
    expect(await weeks()).toContain("webhook_events_20230206");
  });

  await dropOldPartitions();
  expect(await weeks()).not.toContain("webhook_events_20230206");
  expect(await sql`select from webhook_events where connection_id = ${page.id}`).toHaveLength(20);
});
