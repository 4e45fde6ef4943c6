import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";

/** The last few events of a connection, newest first. */
export function listRecentEvents(member: Member, connectionId: string) {
  const { id, receivedAt, eventType, summary, status } = webhookEvents;

  return asUser(member, (tx) =>
    tx
      .select({ id, receivedAt, eventType, summary, status })
      .from(webhookEvents)
      .where(
        and(
          eq(webhookEvents.connectionId, connectionId),
          eq(webhookEvents.organizationId, member.organizationId),
        ),
      )
      .orderBy(desc(receivedAt), desc(id))
      .limit(8),
  );
}
