import "server-only";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { streamOf } from "#lib/export/stream-of.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { type EventFilter, eventFilterQuery } from "./event-filter.ts";
import { type ExportFormat, type ExportWriter, exportWriters } from "./export-formats.ts";
import { exportPage } from "./export-page.ts";

export type Export = { body: ReadableStream<Uint8Array>; contentType: string; fileName: string };

/**
 * Everything the filter matches, newest first, written while it is read: no more than a page is in memory, and nothing is
 * read before someone takes it. Whoever stops being a member gets no further page. For owners and admins, with a trace.
 */
export async function exportEvents(
  member: Member,
  filter: EventFilter,
  format: ExportFormat,
  visitor?: Visitor,
  now = new Date(),
): Promise<Result<Export, "admins-only">> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  // The log keeps for good what a search may have named: a customer, who can ask to be forgotten.
  const { q, before, after, ...conditions } = filter;
  await asUser(member, (tx) =>
    recordAudit(tx, {
      organizationId: member.organizationId,
      action: "events.exported",
      targetType: "organization",
      targetId: member.organizationId,
      metadata: { format, query: eventFilterQuery(conditions), searched: q !== undefined },
      ...visitor,
    }),
  );

  const writer = exportWriters[format];
  const date = now.toISOString().slice(0, 10);
  return ok({
    body: streamOf(pages(member, filter, writer, now)),
    contentType: writer.contentType,
    fileName: `${member.organizationSlug}-events-${date}.${format}`,
  });
}

async function* pages(
  member: Member,
  filter: EventFilter,
  writer: ExportWriter,
  now: Date,
): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  if (writer.head) yield encoder.encode(writer.head);

  let after: string | undefined;
  do {
    const rows = await exportPage(member, filter, after, now);
    after = rows.at(-1)?.id;
    if (after) yield encoder.encode(writer.write(rows));
  } while (after);
}
