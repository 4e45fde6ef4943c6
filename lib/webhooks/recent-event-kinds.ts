import "server-only";
import { sql } from "drizzle-orm";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { ProviderId } from "#lib/providers/contract.ts";

const lookedAt = 1_000;

/** The kinds of event an organization gets, judged by its latest thousand: what the filter offers. */
export async function recentEventKinds(
  member: Member,
): Promise<{ provider: ProviderId; eventType: string }[]> {
  return asUser(member, async (tx) => {
    const rows = await tx.execute<{ provider: ProviderId; event_type: string }>(sql`
      select distinct provider, event_type from (
        select provider, event_type from webhook_events
        where organization_id = ${member.organizationId}
        order by received_at desc limit ${lookedAt}::int) as latest
      order by provider, event_type`);
    return rows.map(({ provider, event_type }) => ({ provider, eventType: event_type }));
  });
}
