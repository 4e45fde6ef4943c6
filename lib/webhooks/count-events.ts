import "server-only";
import { sql } from "drizzle-orm";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { countVisible } from "./count-visible.ts";
import type { EventStatus } from "./event-filter.ts";

export type EventCount = { provider: ProviderId; status: EventStatus; count: number };

/** An organization's events of the last 24 hours, by channel and status. */
export async function countEvents(member: Member): Promise<EventCount[]> {
  return asUser(member, async (tx) => {
    const rows = await tx.execute<{ provider: ProviderId; status: EventStatus; count: number }>(sql`
      select provider, status, count(*)::int as count from webhook_events
      where organization_id = ${member.organizationId} and received_at > now() - interval '24 hours'
      group by provider, status order by provider, status`);
    return [...rows];
  });
}

const countedTo = 100;

/** Events that need a person or another try, whenever they came: each counted to a hundred. */
export async function countTroubled(member: Member): Promise<{ dead: number; failed: number }> {
  const [dead, failed] = await Promise.all([
    countVisible(member, { status: "dead" }, countedTo),
    countVisible(member, { status: "failed" }, countedTo),
  ]);
  return { dead, failed };
}

/** Whether the organization has ever received an event. */
export async function hasEvents(member: Member): Promise<boolean> {
  return asUser(member, async (tx) => {
    const rows = await tx.execute(
      sql`select from webhook_events where organization_id = ${member.organizationId} limit 1`,
    );
    return rows.length > 0;
  });
}
