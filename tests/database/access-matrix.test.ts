import { randomBytes, randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { anOrganization, aPerson, type Organization } from "#tests/support/an-organization.ts";
import { sql as database } from "#tests/support/database.ts";

const actors = ["no one", "other tenant", "viewer", "member", "admin", "owner"] as const;
type Actor = (typeof actors)[number];
const operations = ["select", "insert", "update", "delete"] as const;
type Operation = (typeof operations)[number];

const insiders: Actor[] = ["viewer", "member", "admin", "owner"];
const writers: Actor[] = ["member", "admin", "owner"];
const leaders: Actor[] = ["admin", "owner"];
const sealed = {};

/** Architecture §6, table by table. What is not named is refused. */
const matrix: Record<string, Partial<Record<Operation, Actor[]>>> = {
  // The sample is the viewer's own profile.
  profiles: { select: insiders, update: ["viewer"] },
  organizations: { select: insiders, update: leaders, delete: ["owner"] },
  // The sample is the viewer's own membership: people may leave.
  organization_members: {
    select: insiders,
    insert: leaders,
    update: leaders,
    delete: ["viewer", "admin", "owner"],
  },
  organization_invitations: { select: leaders, insert: leaders, delete: leaders },
  brand_settings: { select: insiders, insert: leaders, update: leaders, delete: leaders },
  audit_events: { select: leaders },
  // Which account is connected is proved at the platform and never said in SQL; how often it is synced is a choice.
  connections: { select: insiders, update: leaders },
  connection_checks: { select: insiders },
  connection_credentials: sealed,
  connection_alerts: sealed,
  oauth_sessions: { insert: leaders },
  data_deletion_requests: sealed,
  webhook_events: { select: insiders },
  webhook_attempts: { select: insiders },
  webhook_receipts: sealed,
  webhook_rejections: sealed,
  webhook_rejection_samples: sealed,
  webhook_addresses: sealed,
  webhook_event_counts: { select: insiders },
  webhook_problems: { select: insiders, update: leaders },
  // The sample is the actor's own; a stranger's is another organization's.
  webhook_event_views: { select: insiders, insert: insiders, delete: insiders },
  webhook_replays: { select: insiders, insert: leaders, update: leaders },
  worker_heartbeats: sealed,
  sync_runs: { select: insiders },
  sync_states: { select: insiders },
  social_media_content: { select: insiders },
  social_media_analytics: { select: insiders },
  competitors: { select: insiders, insert: leaders, delete: leaders },
  competitor_figures: { select: insiders },
  message_counts: { select: insiders },
  message_contacts: sealed,
  first_replies: { select: insiders },
  zoom_meetings: { select: insiders },
  zoom_participants: { select: insiders },
  deliverables: { select: insiders, insert: writers, update: writers, delete: writers },
  deliverable_shares: { select: insiders, insert: writers, update: writers },
  report_schedules: { select: insiders, insert: leaders, update: leaders },
};

type Row = Record<string, unknown>;
type Sample = (organization: Organization, actor: Actor) => Promise<Row> | Row;

const now = new Date().toISOString();
let days = 0;
const aDay = () => new Date(days++ * 86_400_000).toISOString().slice(0, 10);
const word = () => randomBytes(8).toString("hex");
let home: Organization;
let stranger: Organization;
let connectionId: string;
let competitorId: string;
let meetingId: string;
let deliverableId: string;
let catalog: Table[];

/** A fresh, valid row of each table. */
const samples: Record<string, Sample> = {
  profiles: async () => ({ id: (await aPerson()).userId, email: `${word()}@example.com` }),
  organizations: () => ({ id: uuidv7(), name: "New", slug: `new-${word()}` }),
  organization_members: async ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    user_id: (await aPerson()).userId,
    role: "viewer",
  }),
  organization_invitations: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    email: "new@example.com",
    role: "member",
    token_hash: word(),
    expires_at: now,
  }),
  brand_settings: ({ id }) => ({ id: uuidv7(), organization_id: id }),
  audit_events: ({ id, owner }) => ({
    id: uuidv7(),
    organization_id: id,
    actor_id: owner.userId,
    action: "test",
  }),
  connections: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    provider: "facebook",
    external_id: word(),
    display_name: "Page",
  }),
  connection_checks: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    connection_id: connectionId,
    status: "healthy",
    lines: "[]",
    cause: "person",
    duration_ms: 1,
  }),
  connection_credentials: () => ({ connection_id: connectionId, ciphertext: "a.b.c.d.e", key_id: "k1" }),
  oauth_sessions: (organization, actor) => ({
    id: uuidv7(),
    state_hash: word(),
    browser_hash: word(),
    organization_id: organization.id,
    user_id: person(actor)?.userId ?? organization.owner.userId,
    provider: "facebook",
    redirect_uri: "https://app.example",
    requested_scopes: "{}",
    expires_at: now,
  }),
  data_deletion_requests: () => ({
    id: uuidv7(),
    code: word(),
    provider: "facebook",
    external_user_hash: word(),
  }),
  webhook_events: ({ id }) => ({
    id: uuidv7(),
    received_at: now,
    provider: "facebook",
    connection_id: connectionId,
    organization_id: id,
    event_type: "messages",
    external_id: word(),
    payload: "{}",
    payload_hash: word(),
    verified_with: "meta",
  }),
  webhook_attempts: ({ id }) => ({
    event_id: uuidv7(),
    event_received_at: now,
    attempt: 1,
    organization_id: id,
    started_at: now,
    duration_ms: 1,
    outcome: "processed",
  }),
  webhook_receipts: () => ({
    provider: "facebook",
    external_id: word(),
    event_id: uuidv7(),
    received_at: now,
  }),
  webhook_rejections: () => ({ minute: now, sender: word(), reason: "bad_signature", count: 1 }),
  connection_alerts: ({ owner }) => ({
    connection_id: connectionId,
    user_id: owner.userId,
    broken_since: new Date(randomInt(1e12)).toISOString(),
  }),
  webhook_rejection_samples: () => ({
    id: uuidv7(),
    sender: word(),
    reason: "bad_signature",
    received_at: now,
    method: "POST",
    path: "/api/webhooks/meta",
    headers: "{}",
    body_bytes: 1,
  }),
  webhook_event_counts: ({ id }) => ({
    organization_id: id,
    hour: now,
    connection_id: connectionId,
    provider: "facebook",
    event_type: word(),
    status: "processed",
    count: 1,
  }),
  webhook_problems: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    provider: "facebook",
    event_type: "messages",
    cause: word(),
    failures: 1,
    first_seen_at: now,
    last_seen_at: now,
  }),
  webhook_event_views: (organization, actor) => ({
    id: uuidv7(),
    organization_id: organization.id,
    created_by: person(actor)?.userId ?? organization.owner.userId,
    name: word(),
    query: "status=failed",
  }),
  webhook_replays: (organization, actor) => ({
    id: uuidv7(),
    organization_id: organization.id,
    requested_by: person(actor)?.userId ?? organization.owner.userId,
    selection: "{}",
    planned: 1,
  }),
  webhook_addresses: () => ({ sender: word(), proven_at: now }),
  worker_heartbeats: () => ({ worker_id: word(), seen_at: now }),
  sync_runs: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    connection_id: connectionId,
    kind: "recent",
    cause: "schedule",
    status: "done",
  }),
  sync_states: ({ id }) => ({ connection_id: connectionId, organization_id: id, next_at: now }),
  social_media_content: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    connection_id: connectionId,
    platform_content_id: word(),
    content_type: "post",
    published_at: now,
    content_hash: word(),
  }),
  social_media_analytics: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    connection_id: connectionId,
    date: aDay(),
    metric_type: "reach",
    metric_value: 1,
    source_metric: "reach",
  }),
  competitors: (organization, actor) => ({
    id: uuidv7(),
    organization_id: organization.id,
    provider: "instagram",
    handle: word(),
    connection_id: connectionId,
    added_by: person(actor)?.userId ?? organization.owner.userId,
  }),
  competitor_figures: ({ id }) => ({ competitor_id: competitorId, organization_id: id, date: aDay() }),
  message_counts: ({ id }) => ({ organization_id: id, date: aDay(), connection_id: connectionId }),
  message_contacts: ({ id }) => ({ connection_id: connectionId, contact: word(), organization_id: id }),
  first_replies: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    connection_id: connectionId,
    contact: word(),
    asked_at: now,
  }),
  zoom_meetings: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    connection_id: connectionId,
    uuid: word(),
    meeting_id: "85412345678",
    topic: "Weekly",
    status: "ended",
    told_at: now,
  }),
  zoom_participants: ({ id }) => ({
    id: uuidv7(),
    organization_id: id,
    zoom_meeting_id: meetingId,
    identity: word(),
    name: "Bo",
    joined_at: now,
  }),
  deliverables: (organization, actor) => ({
    id: uuidv7(),
    organization_id: organization.id,
    user_id: person(actor)?.userId ?? organization.owner.userId,
    kind: "page",
    client_name: "Client",
    title: "Page",
  }),
  deliverable_shares: (organization, actor) => ({
    id: uuidv7(),
    organization_id: organization.id,
    deliverable_id: deliverableId,
    token_hash: word(),
    created_by: person(actor)?.userId ?? organization.owner.userId,
    expires_at: now,
  }),
  report_schedules: ({ id }) => ({ organization_id: id, client_name: "Client" }),
};

function person(actor: Actor) {
  if (actor === "no one") return undefined;
  if (actor === "other tenant") return stranger.owner;
  return home[actor];
}

/** `granted`: the columns that anyone at all may change, as far as grants say. */
type Table = { name: string; key: string[]; granted: string[] | null; secured: boolean };

const tables = (tx: Transaction) =>
  tx.execute<Table>(sql`
    select c.relname as name, c.relrowsecurity as secured,
      (select array_agg(a.attname::text) from pg_index i join pg_attribute a
         on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as key,
      (select array_agg(a.attname::text) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
           and (has_column_privilege('authenticated', c.oid, a.attnum, 'update')
             or has_column_privilege('anon', c.oid, a.attnum, 'update'))) as granted
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);

async function insert(tx: Transaction, table: string, row: Row) {
  const columns = Object.keys(row).map((column) => sql.identifier(column));
  const values = Object.values(row).map((value) => sql`${value}`);
  await tx.execute(
    sql`insert into ${sql.identifier(table)} (${sql.join(columns, sql`, `)}) values (${sql.join(values, sql`, `)})`,
  );
}

const undo = Symbol("undo");

/** Runs one statement as the actor and takes it back; false when Postgres refuses or nothing is in reach. */
async function may(actor: Actor, statement: (tx: Transaction) => Promise<number>): Promise<boolean> {
  let reached = 0;
  try {
    await asSystem(async (tx) => {
      const userId = person(actor)?.userId;
      const role = userId ? "authenticated" : "anon";
      await tx.execute(sql`select set_config('request.jwt.claims', ${JSON.stringify({ sub: userId, role })}, true),
        set_config('request.jwt.claim.sub', ${userId ?? ""}, true), set_config('role', ${role}, true)`);
      reached = await statement(tx);
      throw undo;
    });
  } catch (error) {
    if (error === undo) return reached > 0;
    const { code } = (error as Error & { cause?: { code?: string } }).cause ?? {};
    if (code === "42501") return false;
    throw error;
  }
  return false;
}

const everyTable = Object.keys(matrix);

beforeAll(async () => {
  catalog = await asSystem(tables);
  [home, stranger] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const row = await samples.connections?.(home, "owner");
  connectionId = String(row?.id);
  await asSystem((tx) => insert(tx, "connections", row ?? {}));
  [competitorId = "", meetingId = "", deliverableId = ""] = await Promise.all(
    ["competitors", "zoom_meetings", "deliverables"].map(async (table) => {
      const { id } = await anExistingRow(table, "owner");
      return String(id);
    }),
  );
});

test("every table in public has a rule here and row-level security there", async () => {
  expect(catalog.map(({ name }) => name).sort()).toEqual(everyTable.toSorted());
  expect(catalog.filter(({ secured }) => !secured)).toEqual([]);
});

describe.each(everyTable)("%s", (table) => {
  test.each(actors)("%s", async (actor) => {
    const { key = [], granted } = catalog.find(({ name }) => name === table) ?? {};
    const existing = await anExistingRow(table, actor);
    const where = sql.join(
      key.map((column) => sql`${sql.identifier(column)} = ${existing[column]}`),
      sql` and `,
    );
    const name = sql.identifier(table);

    const allowed: Record<Operation, boolean> = {
      select: await may(
        actor,
        async (tx) => (await tx.execute(sql`select 1 from ${name} where ${where}`)).length,
      ),
      insert: await mayInsert(table, actor),
      update: await someColumn(granted ?? key, (column) =>
        may(actor, async (tx) => {
          const to = sql.identifier(column);
          return (await tx.execute(sql`update ${name} set ${to} = ${to} where ${where}`)).count;
        }),
      ),
      delete: await may(
        actor,
        async (tx) => (await tx.execute(sql`delete from ${name} where ${where}`)).count,
      ),
    };

    const expected = Object.fromEntries(
      operations.map((operation) => [operation, (matrix[table]?.[operation] ?? []).includes(actor)]),
    );
    expect(allowed).toEqual(expected);
  });
});

/** A stored row of the home organization, told apart by its key. */
async function anExistingRow(table: string, actor: Actor): Promise<Row> {
  if (table === "organizations") return { id: home.id };
  if (table === "profiles") return { id: home.viewer.userId };
  if (table === "organization_members") {
    const [row] = await database`select id from organization_members where user_id = ${home.viewer.userId}`;
    return { id: row?.id };
  }
  const row = (await samples[table]?.(home, actor)) ?? {};
  if (["brand_settings", "report_schedules", "sync_states"].includes(table))
    await database`delete from ${database(table)} where organization_id = ${home.id}`;
  if (table === "connection_credentials") await database`delete from connection_credentials`;
  await asSystem((tx) => insert(tx, table, row));
  return row;
}

async function mayInsert(table: string, actor: Actor): Promise<boolean> {
  const row = (await samples[table]?.(home, actor)) ?? {};
  return may(actor, async (tx) => {
    try {
      await tx.transaction((inner) => insert(inner, table, row));
      return 1;
    } catch (error) {
      // Row-level security speaks before keys do: who meets a taken key was let through.
      const { code } = (error as Error & { cause?: { code?: string } }).cause ?? {};
      if (code === "23505") return 1;
      throw error;
    }
  });
}

async function someColumn(columns: string[], attempt: (column: string) => Promise<boolean>) {
  for (const column of columns) if (await attempt(column)) return true;
  return false;
}
