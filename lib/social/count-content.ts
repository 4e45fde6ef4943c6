import "server-only";
import { sql } from "drizzle-orm";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import type { DateSpan } from "#lib/analytics/range.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { ContentFilter } from "./content-filter.ts";
import { matchingContent } from "./matching-content.ts";

/** How many posts of these days a filter means, and how many of them the platform no longer shows. */
export async function countContent(member: Member, days: DateSpan, filter: ContentFilter) {
  const [counted] = await asUser(member, (tx) =>
    tx
      .select({
        posts: sql<number>`count(*)::int`,
        removed: sql<number>`count(${socialMediaContent.removedAt})::int`,
      })
      .from(socialMediaContent)
      .where(matchingContent(member.organizationId, days, filter)),
  );
  return counted ?? { posts: 0, removed: 0 };
}
