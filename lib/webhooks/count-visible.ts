import "server-only";
import { and, count, eq } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { EventFilter } from "./event-filter.ts";
import { findEventIds } from "./find-event-ids.ts";
import { theseEvents } from "./these-events.ts";

/** How many events of a filter the person sees, counted so far and no further. */
export async function countVisible(member: Member, filter: EventFilter, upTo: number): Promise<number> {
  const { ids } = await asSystem((tx) =>
    findEventIds(tx, member.organizationId, filter, { wanted: upTo, now: new Date() }),
  );
  if (ids.length === 0) return 0;

  // Found as the system, counted as the person: row-level security decides which there are.
  const [row] = await asUser(member, (tx) =>
    tx
      .select({ count: count() })
      .from(webhookEvents)
      .where(and(eq(webhookEvents.organizationId, member.organizationId), theseEvents(ids))),
  );
  return row?.count ?? 0;
}
