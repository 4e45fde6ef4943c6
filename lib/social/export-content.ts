import "server-only";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { byteOrderMark, csvText } from "#lib/export/csv-text.ts";
import { streamOf } from "#lib/export/stream-of.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { providerName } from "#lib/providers/registry.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { contentMetrics } from "./content-filter.ts";
import type { ContentQuestion } from "./matching-content.ts";
import { type ContentSummary, selectContent } from "./select-content.ts";

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
 * Every post the table shows under the same address, as CSV, written while it is read: no more than a page
 * is in memory. What the platform did not count is an empty cell. For owners and admins, with a trace.
 */
export async function exportContent(
  member: Member,
  { range, connectionIds, filter: { after: _after, ...filter } }: ContentQuestion,
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
      metadata: { from: range.from, to: range.to, ...conditions, searched: q !== undefined },
      ...visitor,
    }),
  );

  return ok({
    body: streamOf(pages(member, { range, connectionIds, filter })),
    contentType: "text/csv; charset=utf-8; header=present",
    fileName: `${member.organizationSlug}-content-${range.from}-to-${range.to}.csv`,
  });
}

async function* pages(member: Member, question: ContentQuestion): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + csvText([columns]));

  let after: string | undefined;
  do {
    const filter = { ...question.filter, after };
    const { items, further } = await asUser(member, (tx) =>
      selectContent(tx, member.organizationId, { ...question, filter }, { pageSize, isWhole: true }),
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
