import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import type { DateSpan } from "#lib/analytics/range.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { publishedWithin } from "#lib/social/matching-content.ts";
import { webAddress } from "#lib/social/web-address.ts";
import { type FollowerLevels, followerColumns, followerLevels } from "./follower-levels.ts";
import { watchable } from "./watchable.ts";

type AccountRow = FollowerLevels & {
  id: string;
  isOurs: boolean;
  provider: string;
  name: string;
  handle: string | null;
  avatarUrl: string | null;
  through: string | null;
  canBeRead: boolean;
  lastSyncedAt: string | null;
  error: string | null;
};

type PostsRow = {
  owner: string;
  posts: number;
  /** Likes and comments of a post, on average over those that show both; null when none does. */
  perPost: number | null;
  counted: number;
  bestId: string | null;
  bestText: string | null;
  bestPermalink: string | null;
  bestCount: number | null;
};

export type ComparedAccount = Awaited<ReturnType<typeof compareAccounts>>[number];

/**
 * The watched accounts and our own at the same platforms, side by side, by what everyone may see of both: followers, and
 * likes and comments of what is published on these days and still there. Stories and ads are not everyone's to see.
 */
export async function compareAccounts(member: Member, range: DateSpan) {
  const { organizationId } = member;
  const { accounts, posts } = await asUser(member, async (tx) => ({
    accounts: await tx.execute<AccountRow>(accountsQuery(organizationId, range)),
    posts: await tx.execute<PostsRow>(postsQuery(organizationId, range)),
  }));

  const postsOf = new Map(posts.map((row) => [row.owner, row]));
  return accounts.map(({ avatarUrl, lastSyncedAt, ...account }) => {
    const published = postsOf.get(account.id);
    return {
      ...account,
      avatarUrl: webAddress(avatarUrl),
      lastSyncedAt: lastSyncedAt === null ? null : new Date(lastSyncedAt),
      // Of what was never read nobody knows that it published nothing.
      posts: published?.posts ?? (lastSyncedAt === null ? null : 0),
      perPost: published?.perPost ?? null,
      counted: published?.counted ?? 0,
      best: published?.bestId
        ? {
            id: published.bestId,
            text: published.bestText,
            permalink: webAddress(published.bestPermalink),
            count: published.bestCount,
          }
        : null,
    };
  });
}

function accountsQuery(organizationId: string, range: DateSpan): SQL {
  const watched = sql`
    select date, followers::float8 as value from competitor_figures
    where competitor_id = c.id and followers is not null`;
  const own = sql`
    select date, metric_value::float8 as value from social_media_analytics
    where connection_id = c.id and metric_type = 'followers'`;
  const platforms = `{${watchable().map(({ provider }) => provider)}}`;

  return sql`
    select c.id, true as "isOurs", c.provider::text as provider, c.display_name as name, c.username as handle,
      c.avatar_url as "avatarUrl", ${followerColumns}, null as through, true as "canBeRead",
      c.last_synced_at as "lastSyncedAt", null as error
    from connections c ${followerLevels(own, range)}
    where c.organization_id = ${organizationId}::uuid and c.status <> 'disconnected'
      and c.provider::text = any(${platforms}::text::text[])
    union all
    select c.id, false, c.provider::text, coalesce(c.display_name, c.handle), c.handle,
      c.avatar_url, ${followerColumns}, reader.display_name, reader.status <> 'disconnected',
      c.last_synced_at, c.error
    from competitors c join connections reader on reader.id = c.connection_id ${followerLevels(watched, range)}
    where c.organization_id = ${organizationId}::uuid
    order by provider, "isOurs" desc, name, id`;
}

function postsQuery(organizationId: string, range: DateSpan): SQL {
  return sql`
    select owner, count(*)::int as posts, avg(reactions)::float8 as "perPost", count(reactions)::int as counted,
      (array_agg(id order by reactions desc, id) filter (where reactions is not null))[1] as "bestId",
      (array_agg(left(content_text, 140) order by reactions desc, id) filter (where reactions is not null))[1] as "bestText",
      (array_agg(permalink order by reactions desc, id) filter (where reactions is not null))[1] as "bestPermalink",
      max(reactions)::float8 as "bestCount"
    from (
      select id, coalesce(competitor_id, connection_id) as owner, content_text, permalink,
        likes + comments as reactions
      from ${socialMediaContent}
      where organization_id = ${organizationId}::uuid and ${publishedWithin(organizationId, range)}
        and removed_at is null and content_type not in ('story', 'ad')
    ) p
    group by owner`;
}
