import "server-only";
import type { DateSpan } from "#lib/analytics/range.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { byteOrderMark, csvText } from "#lib/export/csv-text.ts";
import { streamOf } from "#lib/export/stream-of.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { providerName } from "#lib/providers/registry.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { type ContentFilter, contentMetrics } from "./content-filter.ts";
import { type ContentSummary, readContent } from "./list-content.ts";

export type ContentExport = { body: ReadableStream<Uint8Array>; contentType: string; fileName: string };

const pageSize = 500;
const columns = [
  "published_at",
  "channel",
  "account",
  "type",
  "text",
  ...contentMetrics,
  "permalink",
  "removed_at",
];

/**
 * Every post the table shows under the same range, filter and order, as CSV, written while it is read: no more than a page
 * is in memory. What the platform did not count is an empty cell. For owners and admins, with a trace.
 */
export async function exportContent(
  member: Member,
  days: DateSpan,
  { after: _after, ...filter }: ContentFilter,
  visitor?: Visitor,
): Promise<Result<ContentExport, "admins-only">> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  const { q, ...conditions } = filter;
  await asUser(member, (tx) =>
    recordAudit(tx, {
      organizationId: member.organizationId,
      action: "content.exported",
      targetType: "organization",
      targetId: member.organizationId,
      metadata: { ...days, ...conditions, searched: q !== undefined },
      ...visitor,
    }),
  );

  return ok({
    body: streamOf(pages(member, days, filter)),
    contentType: "text/csv; charset=utf-8; header=present",
    fileName: `${member.organizationSlug}-content-${days.from}-to-${days.to}.csv`,
  });
}

async function* pages(
  member: Member,
  days: DateSpan,
  filter: ContentFilter,
): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + csvText([columns]));

  let after: string | undefined;
  do {
    const { items, further } = await readContent(
      member,
      days,
      { ...filter, after },
      { pageSize, isWhole: true },
    );
    if (items.length > 0) yield encoder.encode(csvText(items.map(cells)));
    after = further;
  } while (after);
}

const cells = (item: ContentSummary) => [
  item.publishedAt.toISOString(),
  providerName(item.provider),
  item.account,
  item.type,
  item.text,
  ...contentMetrics.map((metric) => item[metric]),
  item.permalink,
  item.removedAt?.toISOString(),
];
