import "server-only";
import { and, desc, eq, lt, lte, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { EventFilter } from "./event-filter.ts";
import { receivedAtOf } from "./event-identity.ts";
import { matchingEvents } from "./matching-events.ts";

const mostRows = 500;
/** Payloads may be megabytes each: a page ends with the event that goes beyond this. */
const mostBytes = 2_000_000;

export type ExportRow = Awaited<ReturnType<typeof exportPage>>[number];

/** The next events that match, newest first, older than `after`; none when all were given. One short transaction. */
export function exportPage(member: Member, filter: EventFilter, after: string | undefined, now: Date) {
  const { id, receivedAt } = webhookEvents;
  const beyond = after ? olderThan(after) : undefined;

  return asUser(member, (tx) => {
    const page = tx
      .select({
        id,
        receivedAt,
        occurredAt: webhookEvents.occurredAt,
        provider: webhookEvents.provider,
        account: sql<string | null>`${connections.displayName}`.as("account"),
        accountExternalId: webhookEvents.accountExternalId,
        connectionId: webhookEvents.connectionId,
        eventType: webhookEvents.eventType,
        externalId: webhookEvents.externalId,
        status: webhookEvents.status,
        attempts: webhookEvents.attempts,
        duplicates: webhookEvents.duplicates,
        processedAt: webhookEvents.processedAt,
        summary: webhookEvents.summary,
        errorMessage: webhookEvents.errorMessage,
        // As the database writes it: numbers longer than ours keep their digits.
        payload: sql<string>`${webhookEvents.payload}::text`.as("payload_text"),
      })
      .from(webhookEvents)
      .leftJoin(connections, eq(connections.id, webhookEvents.connectionId))
      .where(and(matchingEvents(member.organizationId, filter, now), beyond))
      .orderBy(desc(receivedAt), desc(id))
      .limit(mostRows)
      .as("page");
    const bytesBefore = sql<number>`sum(octet_length(${page.payload})) over (
      order by ${page.receivedAt} desc, ${page.id} desc) - octet_length(${page.payload})`.as("bytes_before");
    const measured = tx
      .select({ ...page._.selectedFields, bytesBefore })
      .from(page)
      .as("measured");
    return tx
      .select()
      .from(measured)
      .where(lt(measured.bytesBefore, mostBytes))
      .orderBy(desc(measured.receivedAt), desc(measured.id));
  });
}

/** The moment is named alone as well: by the pair, the database leaves out no week. */
function olderThan(after: string) {
  const { id, receivedAt } = webhookEvents;
  const at = receivedAtOf(after);
  return and(
    lte(receivedAt, at),
    sql`(${receivedAt}, ${id}) < (${at.toISOString()}::timestamptz, ${after}::uuid)`,
  );
}
