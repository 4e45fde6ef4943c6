import type { Sql } from "postgres";
import type { LogOrganization } from "./log-organization.ts";

const days = 30;
const batch = 250_000;

/**
 * Gives an organization so many events over the last thirty days, as receiving and processing would have left them:
 * all statuses, ids and words to search by, counts by the hour. The same rows each time, but for the moment of it.
 */
export async function fillLog(sql: Sql, { member, replayId }: LogOrganization, rows: number): Promise<void> {
  const indexes = rows > batch ? await dropIndexes(sql) : [];
  const until = new Date();
  const starts = Array.from({ length: Math.ceil(rows / batch) }, (_, index) => index * batch);
  await Promise.all(
    [0, 1].map(async () => {
      for (let first = starts.shift(); first !== undefined; first = starts.shift()) {
        await fillBatch(first, Math.min(rows, first + batch) - 1);
      }
    }),
  );
  await sql`
    insert into webhook_event_counts (organization_id, hour, connection_id, provider, event_type, status, count)
    select organization_id, date_trunc('hour', received_at, 'UTC'), connection_id, provider, event_type, status, count(*)
    from webhook_events where organization_id = ${member.organizationId} and status <> 'pending' group by 1, 2, 3, 4, 5, 6`;
  for (const definition of indexes) {
    await sql.begin(async (tx) => {
      await tx`set local maintenance_work_mem = '1GB'`;
      await tx.unsafe(definition);
    });
  }
  // There is nothing to clean out of the indexes yet; what counts is that the pages are known to be seen by all.
  await sql`vacuum (index_cleanup off) webhook_events`;
  await sql`analyze webhook_events`;
  await sql`vacuum analyze webhook_event_counts`;

  async function fillBatch(first: number, last: number): Promise<void> {
    const organizationId = member.organizationId;
    await sql`
      insert into webhook_events (id, received_at, provider, connection_id, organization_id, account_external_id,
        event_type, external_id, payload, payload_hash, headers, verified_with, occurred_at, status, attempts,
        next_attempt_at, error_message, summary, processed_at, problem_id, replay_id, search)
      select
        (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid,
        at, provider, connection_id, ${organizationId}::uuid, account, event_type, mid,
        format('{"id":"%s","time":%s,"messaging":[{"sender":{"id":"%s"},"recipient":{"id":"%1$s"},"timestamp":%2$s,"message":{"mid":"%4$s","text":"%5$s"}}]}',
          account, (extract(epoch from at) * 1000)::bigint, sender, mid, array_to_string(words, ' '))::jsonb,
        hash, '{"content-type": "application/json", "x-request-id": "bench"}', 'meta', at, status,
        case status when 'pending' then 0 when 'failed' then 3 when 'dead' then 8 else 1 end,
        case status when 'failed' then now() + interval '1 hour' end,
        case when status in ('failed', 'dead') then 'The handler ran out of time.' end,
        case when status in ('processed', 'ignored') then 'Message from Ana: ' || array_to_string(words, ' ') end,
        case when status <> 'pending' then at + interval '80 milliseconds' end,
        case when status in ('failed', 'dead') then problem_id end,
        case when i >= ${rows}::bigint * 40 / 100 and i < ${rows}::bigint * 41 / 100 then ${replayId}::uuid end,
        -- As private.webhook_search_document makes it, from lexemes that are known beforehand.
        case when status <> 'pending' then array_to_tsvector(
          array['=' || mid, '=' || account, '=' || sender, '@' || ${organizationId}::text || '/' || to_char(at at time zone 'UTC', 'YYYYMMDD')] || words) end
      from (
        select i, md5(i::text) as hash, 'm_' || md5(i::text || 'mid') as mid, '65' || (abs(hashint8(i)) % 5000 + 10000000) as sender,
          date_trunc('milliseconds', ${until.toISOString()}::timestamptz - (${rows}::bigint - i) * (interval '1 day' * ${days}::int / ${rows}::bigint)) as at,
          array_remove(array['message', 'ana',
            case when i % 5 = 0 then 'hello' end, case when i % 100 = 7 then 'invoice' end, case when i % 2000 = 9 then 'refund' end,
            case when i % 1000000 = 3333 then 'xylophone' end,
            'table' || i % 97, 'order' || i % 100003, 'street' || i % 1009, 'w' || i % 20011], null) as words,
          (case
            when i > ${rows}::bigint - 100 then 'pending'
            when abs(hashint8(i * 31 + 7)) % 10000 < 20 and i > ${rows}::bigint * 29 / 30 then 'failed'
            when abs(hashint8(i * 31 + 7)) % 10000 < 100 then 'dead'
            when abs(hashint8(i * 31 + 7)) % 10000 < 400 then 'ignored'
            else 'processed' end)::webhook_event_status as status
        from generate_series(${first}::bigint, ${last}::bigint) as i
        -- Keeps each of these from being worked out anew wherever it stands.
        offset 0
      ) as made
      join bench_kinds kind on kind.organization_id = ${organizationId} and kind.n = abs(hashint8(i * 17 + 3)) % 1000`;
  }
}

/** Filling is quicker without them, and building them afterwards than keeping them. */
async function dropIndexes(sql: Sql): Promise<string[]> {
  const indexes = await sql<{ indexname: string; indexdef: string }[]>`
    select indexname, indexdef from pg_indexes
    where schemaname = 'public' and tablename = 'webhook_events' and indexname <> 'webhook_events_pkey'`;
  for (const { indexname } of indexes) await sql`drop index ${sql(indexname)}`;
  // Of a partitioned table, the definition says ONLY: the partitions' own would be left out.
  return indexes.map(({ indexdef }) => indexdef.replace(" ON ONLY ", " ON "));
}
