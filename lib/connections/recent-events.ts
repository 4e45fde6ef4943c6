import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { interpreterFor } from "#lib/providers/registry.ts";

/** The last few events of a connection in plain words, newest first. */
export async function listRecentEvents(member: Member, connectionId: string) {
  const { id, provider, receivedAt, eventType, summary, status } = webhookEvents;

  const events = await asUser(member, (tx) =>
    tx
      .select({ id, provider, receivedAt, eventType, summary, status })
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
  return events.map(({ provider, eventType, ...event }) => ({
    ...event,
    label: interpreterFor(provider).label(eventType),
  }));
}
