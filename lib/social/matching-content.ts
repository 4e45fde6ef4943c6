import "server-only";
import { and, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { connections } from "#drizzle/schema/connections.ts";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import type { DateSpan } from "#lib/analytics/range.ts";
import type { ContentFilter } from "./content-filter.ts";

/** The moments of these days, in the organization's own time zone: a day may be 23 or 25 hours long. */
export function publishedWithin(organizationId: string, { from, to }: DateSpan): SQL {
  const { publishedAt } = socialMediaContent;
  const zone = sql`(select ${organizations.timeZone} from ${organizations} where ${organizations.id} = ${organizationId}::uuid)`;

  return sql`${publishedAt} >= ${from}::text::timestamp at time zone ${zone}
    and ${publishedAt} < (${to}::text::date + 1)::timestamp at time zone ${zone}`;
}

/** The organization's own posts that a filter means, whatever their order. */
export function matchingContent(organizationId: string, days: DateSpan, filter: ContentFilter) {
  const { type, channel, connection, q } = filter;
  const content = socialMediaContent;

  return and(
    eq(content.organizationId, organizationId),
    eq(content.isCompetitorContent, false),
    publishedWithin(organizationId, days),
    type && eq(content.contentType, type),
    connection ? eq(content.connectionId, connection) : undefined,
    channel ? inArray(content.connectionId, accountsOf(organizationId, channel)) : undefined,
    q ? ilike(content.contentText, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
  );
}

const accountsOf = (organizationId: string, channel: NonNullable<ContentFilter["channel"]>) =>
  new QueryBuilder()
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.organizationId, organizationId), eq(connections.provider, channel)));
