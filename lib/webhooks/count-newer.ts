import "server-only";
import { and, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { EventFilter } from "./event-filter.ts";
import { receivedAtOf } from "./event-identity.ts";
import { matchingEvents } from "./matching-events.ts";

/** More than this many need not be counted: the pill says “99+”. */
const countedTo = 100;

/** How many events have come since the newest one that is shown, counted to a hundred. */
export async function countNewer(member: Member, filter: EventFilter, newestShown?: string): Promise<number> {
  const newer = newestShown
    ? sql`(${webhookEvents.receivedAt}, ${webhookEvents.id}) >
        (${receivedAtOf(newestShown).toISOString()}::timestamptz, ${newestShown}::uuid)`
    : undefined;

  const rows = await asUser(member, (tx) =>
    tx
      .select({ id: webhookEvents.id })
      .from(webhookEvents)
      .where(and(matchingEvents(member.organizationId, filter, new Date()), newer))
      .limit(countedTo),
  );
  return rows.length;
}
