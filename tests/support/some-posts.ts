import { sql } from "#tests/support/database.ts";

export type Post = {
  text?: string | null;
  type?: string;
  at?: string;
  counts?: Record<string, number | undefined>;
  seen?: Record<string, number | undefined>;
  isRemoved?: boolean;
  competitorId?: string;
  media?: unknown[];
  permalink?: string | null;
};

/** Posts as a sync leaves them, of an account or of a competitor read through it: their ids, in the order they are given. */
export async function somePosts(
  connection: { id: string; organizationId: string },
  posts: Post[],
): Promise<string[]> {
  const rows = posts.map((post) => ({
    id: crypto.randomUUID(),
    platform_id: crypto.randomUUID(),
    type: "post",
    text: null,
    at: "2026-03-10T12:00:00Z",
    counts: {},
    seen: {},
    isRemoved: false,
    competitorId: null,
    media: [],
    permalink: null,
    ...post,
  }));
  await sql`
    insert into social_media_content (id, organization_id, connection_id, platform_content_id, content_type,
      content_text, media_urls, permalink, engagement_metrics, reach_metrics, published_at, removed_at,
      is_competitor_content, competitor_id, content_hash)
    select id, ${connection.organizationId}, ${connection.id}, platform_id, type, text, media, permalink, counts, seen,
      at, case when "isRemoved" then now() end, "competitorId" is not null, "competitorId", 'hash'
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as p (id uuid, platform_id text, type text, text text,
      at timestamptz, counts jsonb, seen jsonb, "isRemoved" bool, "competitorId" uuid, media jsonb, permalink text)`;
  return rows.map(({ id }) => id);
}
