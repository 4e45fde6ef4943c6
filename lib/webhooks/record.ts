import "server-only";
import type { TransactionSql } from "postgres";
import { withClient } from "#lib/db/client.ts";
import { runOn } from "#lib/db/run-on.ts";
import { noticeStatement } from "#lib/live/notice-statement.ts";
import { countDuplicates } from "./count-duplicates.ts";
import { type EventRow, eventRows, type RepeatedEvent } from "./event-rows.ts";
import type { VerifiedDelivery } from "./verified-delivery.ts";
import { wakeStatement } from "./wake-statement.ts";

/**
 * After this, a 200 is a promise we can keep: every event is stored once, with its connection's job queued and the
 * open pages told, or nothing of it is. An event that came before is counted on the one that is stored.
 */
export async function recordDeliveries(deliveries: VerifiedDelivery[]): Promise<void> {
  const { rows, repeats } = eventRows(deliveries);
  if (rows.length === 0) return;

  await withClient((client) => client.begin((sql) => record(sql, rows, repeats)));
}

async function record(sql: TransactionSql, rows: EventRow[], repeats: RepeatedEvent[]): Promise<void> {
  const [, stored] = await Promise.all([limitStatements(sql), store(sql, rows)]);

  const storedIds = new Set(stored.map((event) => event.id));
  const known = rows.filter((row) => !storedIds.has(row.id));
  const again = known.map((row) => ({ provider: row.provider, externalId: row.external_id }));
  // Events before jobs, as whoever works them off takes them: the other way round the two could wait for each other.
  await countDuplicates(sql, [...again, ...repeats]);
  await wakeConnections(sql, stored);
}

/** A lock someone forgot must not take the way into the database with it. No one waits that long for an answer. */
const limitStatements = (sql: TransactionSql) => sql`set local statement_timeout = '10s'`;

type StoredEvent = { id: string; connection_id: string | null; organization_id: string | null };

/** A key cannot be unique across partitions, so the receipt is the key: who claims it may store the event. */
function store(sql: TransactionSql, rows: EventRow[]): Promise<StoredEvent[]> {
  return sql<StoredEvent[]>`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as i (
        id uuid, received_at timestamptz, provider provider, account_external_id text, event_type text,
        external_id text, payload jsonb, payload_hash text, headers jsonb, verified_with text,
        occurred_at timestamptz)
    ), claimed as (
      insert into webhook_receipts (provider, external_id, event_id, received_at)
      select provider, external_id, id, received_at from input
      on conflict do nothing
      returning event_id
    )
    insert into webhook_events (
      id, received_at, provider, connection_id, organization_id, account_external_id, event_type, external_id,
      payload, payload_hash, headers, verified_with, occurred_at)
    select i.id, i.received_at, i.provider, c.id, c.organization_id, i.account_external_id, i.event_type,
      i.external_id, i.payload, i.payload_hash, i.headers, i.verified_with, i.occurred_at
    from input i
    join claimed on claimed.event_id = i.id
    left join connections c
      on c.provider = i.provider and c.external_id = i.account_external_id and c.status <> 'disconnected'
    returning id, connection_id, organization_id`;
}

async function wakeConnections(sql: TransactionSql, stored: StoredEvent[]): Promise<void> {
  const connections = distinct(stored.map((event) => event.connection_id));
  if (connections.length === 0) return;

  const organizations = distinct(stored.map((event) => event.organization_id));
  await Promise.all([
    runOn(sql, wakeStatement(connections)),
    // To within seconds is enough for people, and whoever else holds the row is writing the same.
    sql`
      update connections set last_event_at = now() where id in (
        select id from connections
        where id = any(${connections}::uuid[])
          and (last_event_at is null or last_event_at < now() - interval '5 seconds')
        order by id for update skip locked)`,
    runOn(sql, noticeStatement(organizations, "events")),
  ]);
}

function distinct(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
