import type { Sql } from "postgres";

/** `isWordy`: posts have texts, addresses and pictures, without which a thousand organizations take a third less room. */
export type Filling = { days: number; posts: number; isWordy: boolean };

/**
 * Gives an organization's accounts a figure of each of nine metrics a day, so many posts, messages of every day and sixty
 * first replies a day of the last quarter. The same each time, but for the moment of it.
 */
export async function fillAnalytics(
  sql: Sql,
  organizationId: string,
  { days, posts, isWordy }: Filling,
): Promise<void> {
  await sql`
    insert into social_media_analytics (organization_id, connection_id, date, metric_type, metric_value, source_metric)
    select ${organizationId}, connection.id, current_date - day, metric, abs(hashint4(day * 31 + length(metric))) % 5000, 'bench_' || metric
    from generate_series(${days}::int, 1, -1) day, connections connection,
      unnest(array['followers', 'reach', 'views', 'engagement', 'profile_views', 'follows', 'unfollows', 'likes', 'comments']) metric
    where connection.organization_id = ${organizationId}`;
  await sql`
    insert into social_media_content (organization_id, connection_id, platform_content_id, content_type, content_text,
      media_urls, permalink, engagement_metrics, reach_metrics, published_at, content_hash)
    select ${organizationId}, mine.ids[1 + post % array_length(mine.ids, 1)], 'bench_' || post,
      (array['post', 'reel', 'video', 'story'])[1 + post % 4], 
      case when ${isWordy}::boolean then 'A fresh batch of sourdough at ' || post || ', come by before noon. #bread' end,
      case when ${isWordy}::boolean then '["https://media.example.com/picture.jpg"]'::jsonb else '[]' end,
      case when ${isWordy}::boolean then 'https://www.example.com/p/' || post end,
      json_build_object('likes', h % 900, 'comments', h % 40, 'shares', h % 25, 'saves', h % 30, 'interactions', h % 900 + h % 95)::jsonb,
      json_build_object('views', h % 20000, 'reach', h % 9000)::jsonb,
      now() - post * (interval '1 day' * ${days}::int / ${posts}::int), md5(post::text)
    from (select post, abs(hashint4(post)) as h from generate_series(1, ${posts}::int) post) as made,
      (select array_agg(id order by external_id) as ids from connections where organization_id = ${organizationId}) as mine`;
  await sql`
    insert into message_counts (organization_id, date, connection_id, received, sent, delivered, read, failed, started)
    select ${organizationId}, current_date - day, connection.id, 40, 38, 36, 20, 1, 9
    from generate_series(${days}::int, 0, -1) day, connections connection where connection.organization_id = ${organizationId}`;
  await sql`
    insert into first_replies (organization_id, connection_id, contact, asked_at, answered_at, open_seconds)
    select ${organizationId}, connection.id, 'customer ' || reply, now() - reply * interval '2 hours',
      now() - reply * interval '2 hours' + interval '9 minutes' * (reply % 40), 540 * (reply % 40)
    from generate_series(1, ${Math.min(days, 90) * 12}::int) reply, connections connection
    where connection.organization_id = ${organizationId}`;
}
