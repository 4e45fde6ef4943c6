import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Transaction } from "#lib/db/client.ts";
import { storableText } from "#lib/providers/storable-text.ts";
import type { ContentItem, SyncStep } from "#lib/providers/synchronization.ts";
import { contentHash } from "./content-hash.ts";

export type Place = { organizationId: string; connectionId: string };
type Covers = NonNullable<NonNullable<SyncStep["content"]>["covers"]>;
export type Stored = { items: number; changed: number; removed: number };

/** Addresses of media stop working after some days: those that were signed anew take the place of older ones than this. */
const mediaLastFor = sql`interval '1 day'`;

/**
 * Stores what was found published, by an account or by a competitor of it. A row that would stay as it is is not written;
 * what was marked as removed and is found again is no longer.
 */
export async function storeContent(
  tx: Transaction,
  place: Place,
  { items, covers }: NonNullable<SyncStep["content"]>,
  competitorId: string | null = null,
): Promise<Stored> {
  const rows = [...new Map(items.map((item) => [item.externalId, item])).values()].map(asRow);
  const changed = rows.length > 0 ? await tx.execute(upsert(place, rows, competitorId)) : [];
  const removed = covers ? await tx.execute(markRemoved(place, rows, covers, competitorId)) : [];
  return { items: rows.length, changed: changed.length, removed: removed.length };
}

function asRow(item: ContentItem) {
  return {
    id: uuidv7(),
    external_id: item.externalId,
    type: item.type,
    text: item.text === null ? null : storableText(item.text),
    media_urls: item.mediaUrls,
    permalink: item.permalink,
    published_at: item.publishedAt.toISOString(),
    engagement: item.engagement,
    reach: item.reach,
    hash: contentHash(item),
  };
}

type Row = ReturnType<typeof asRow>;

const columns = sql`
  platform_content_id, content_type, content_text, media_urls, permalink, published_at, engagement_metrics,
  reach_metrics, content_hash`;

function upsert({ organizationId, connectionId }: Place, rows: Row[], competitorId: string | null): SQL {
  return sql`
    insert into social_media_content
      (id, organization_id, connection_id, competitor_id, is_competitor_content, ${columns})
    select told.id, ${organizationId}::uuid, ${connectionId}::uuid, ${competitorId}::uuid, ${competitorId !== null}::boolean,
      told.external_id, told.type, told.text, told.media_urls, told.permalink, told.published_at, told.engagement,
      told.reach, told.hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as told (
      id uuid, external_id text, type text, text text, media_urls jsonb, permalink text, published_at timestamptz,
      engagement jsonb, reach jsonb, hash text)
    left join social_media_content known
      on known.connection_id = ${connectionId}::uuid and known.platform_content_id = told.external_id
    where known.id is null
      or (known.competitor_id is not distinct from ${competitorId}::uuid
        and (known.content_hash <> told.hash or known.removed_at is not null
          or (known.media_urls <> told.media_urls and known.fetched_at < now() - ${mediaLastFor})))
    order by told.external_id
    on conflict (connection_id, platform_content_id) do update set
      (${columns}, fetched_at, removed_at) = (
        excluded.platform_content_id, excluded.content_type, excluded.content_text, excluded.media_urls, excluded.permalink,
        excluded.published_at, excluded.engagement_metrics, excluded.reach_metrics, excluded.content_hash, now(), null)
    returning id`;
}

function markRemoved(
  { connectionId }: Place,
  rows: Row[],
  { after, before, types }: Covers,
  competitorId: string | null,
): SQL {
  const ofTypes =
    types &&
    sql`and content_type in (select jsonb_array_elements_text(${JSON.stringify(types)}::text::jsonb))`;
  const found = JSON.stringify(rows.map((row) => row.external_id));
  return sql`
    update social_media_content set removed_at = now()
    where connection_id = ${connectionId}::uuid and competitor_id is not distinct from ${competitorId}::uuid
      and published_at > ${after.toISOString()}::timestamptz and published_at < ${before.toISOString()}::timestamptz
      and removed_at is null ${ofTypes}
      and platform_content_id not in (select jsonb_array_elements_text(${found}::text::jsonb))
    returning id`;
}
