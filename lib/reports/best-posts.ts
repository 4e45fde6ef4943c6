import "server-only";
import { sql } from "drizzle-orm";
import type { DateSpan } from "#lib/analytics/range.ts";
import type { Transaction } from "#lib/db/client.ts";

const most = 10;

export type BestPost = {
  text: string | null;
  type: string;
  connectionId: string;
  publishedOn: string;
  permalink: string | null;
  isRemoved: boolean;
  interactions: number | null;
  likes: number | null;
  comments: number | null;
  reach: number | null;
  views: number | null;
};

/** What an organization's own accounts published on these days of its calendar, the most interactions first. Stories are gone after a day, and are left out. */
export async function bestPosts(
  tx: Transaction,
  organizationId: string,
  { from, to }: DateSpan,
  connectionIds?: readonly string[],
): Promise<BestPost[]> {
  return tx.execute<BestPost>(sql`
    select content_text as text, content_type as type, connection_id as "connectionId", permalink,
      (published_at at time zone place.time_zone)::date::text as "publishedOn", removed_at is not null as "isRemoved",
      interactions::float8, likes::float8, comments::float8, reach::float8, views::float8
    from social_media_content content
    join (select id, time_zone from organizations where id = ${organizationId}) as place
      on place.id = content.organization_id
    where content.organization_id = ${organizationId} and not is_competitor_content and content_type <> 'story'
      and published_at >= ${from}::date::timestamp at time zone place.time_zone
      and published_at < (${to}::date + 1)::timestamp at time zone place.time_zone
      ${connectionIds ? sql`and connection_id = any(${`{${connectionIds.join(",")}}`}::uuid[])` : sql``}
    order by interactions desc nulls last, views desc nulls last, content.id
    limit ${most}`);
}
