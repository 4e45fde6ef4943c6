import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import type { DateSpan } from "#lib/analytics/range.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { ContentFilter } from "./content-filter.ts";
import { contentOrder } from "./content-order.ts";
import { formatPlace } from "./content-place.ts";
import { matchingContent } from "./matching-content.ts";
import { webAddress } from "./web-address.ts";

/** A table shows the beginning of a text; platforms take tens of thousands of characters. */
const shownText = 280;

export type ContentSummary = Awaited<ReturnType<typeof listContent>>["items"][number];

/**
 * A page of what the organization's accounts published on these days, by any metric; what the platform did not count comes
 * last whichever end is first. `further` is where the next page begins.
 */
export function listContent(member: Member, days: DateSpan, filter: ContentFilter) {
  return readContent(member, days, filter, { pageSize: 50, isWhole: false });
}

/** The same by pages of any size; `isWhole` gives the whole of each text. */
export async function readContent(
  member: Member,
  days: DateSpan,
  filter: ContentFilter,
  { pageSize, isWhole }: { pageSize: number; isWhole: boolean },
) {
  const { orderBy, key, beyond } = contentOrder(filter);
  const content = socialMediaContent;
  const beginning = sql<string | null>`left(${content.contentText}, ${shownText}::int)`;

  // One more than is shown tells whether there is another page, without counting.
  const rows = await asUser(member, (tx) =>
    tx
      .select({
        id: content.id,
        key,
        provider: connections.provider,
        account: connections.displayName,
        type: content.contentType,
        text: isWhole ? content.contentText : beginning,
        picture: sql<unknown>`${content.mediaUrls} ->> 0`,
        permalink: content.permalink,
        publishedAt: content.publishedAt,
        removedAt: content.removedAt,
        interactions: content.interactions,
        likes: content.likes,
        comments: content.comments,
        shares: content.shares,
        saves: content.saves,
        reach: content.reach,
        views: content.views,
      })
      .from(content)
      .innerJoin(connections, eq(connections.id, content.connectionId))
      .where(and(matchingContent(member.organizationId, days, filter), beyond))
      .orderBy(orderBy)
      .limit(pageSize + 1),
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);

  return {
    items: shown.map(({ key: _key, picture, permalink, ...row }) => ({
      ...row,
      picture: webAddress(picture),
      permalink: webAddress(permalink),
    })),
    further: rows.length > pageSize && last ? formatPlace(last) : undefined,
  };
}
