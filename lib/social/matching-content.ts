import "server-only";
import { and, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import type { DateSpan } from "#lib/analytics/range.ts";
import type { ContentFilter } from "./content-filter.ts";

/** Which posts: of these days, of these accounts (all of them when left out), narrowed and ordered by a filter. */
export type ContentQuestion = {
  range: DateSpan;
  connectionIds?: readonly string[];
  filter: ContentFilter;
};

/** The moments of these days, in the organization's own time zone: a day may be 23 or 25 hours long. */
export function publishedWithin(organizationId: string, { from, to }: DateSpan): SQL {
  const { publishedAt } = socialMediaContent;
  const zone = sql`(select ${organizations.timeZone} from ${organizations} where ${organizations.id} = ${organizationId}::uuid)`;

  return sql`${publishedAt} >= ${from}::text::timestamp at time zone ${zone}
    and ${publishedAt} < (${to}::text::date + 1)::timestamp at time zone ${zone}`;
}

/** The organization's own posts that are asked for, whatever their order. */
export function matchingContent(organizationId: string, { range, connectionIds, filter }: ContentQuestion) {
  const { type, q } = filter;
  const content = socialMediaContent;

  return and(
    eq(content.organizationId, organizationId),
    eq(content.isCompetitorContent, false),
    publishedWithin(organizationId, range),
    connectionIds && inArray(content.connectionId, [...connectionIds]),
    type && eq(content.contentType, type),
    q ? ilike(content.contentText, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
  );
}
