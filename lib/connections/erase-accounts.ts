import "server-only";
import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { connections } from "#drizzle/schema/connections.ts";
import { zoomMeetings } from "#drizzle/schema/meetings.ts";
import { webhookEventCounts } from "#drizzle/schema/webhook-log.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { recordSystemAudit } from "#lib/audit/record-system.ts";
import { forgetConnection } from "#lib/conversations/forget-connection.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { forgetReading } from "#lib/sync/forget-reading.ts";

/**
 * Erases what a platform told us about the accounts of a person who removed the app: events, meetings, posts, figures, names,
 * ids. That it was done stays on record, without saying whose it was. Whoever came back since is left alone. Safe to repeat.
 */
export async function eraseAccounts({
  provider: providerId,
  externalUserId,
  withdrawnAt,
}: JobPayload<"connections.erase-accounts">): Promise<void> {
  const provider = findProvider(providerId);
  if (!provider) return;

  await asSystem(async (tx) => {
    const left = await tx
      .select({ id: connections.id, organizationId: connections.organizationId })
      .from(connections)
      .where(
        and(
          eq(connections.provider, providerId as ProviderId),
          eq(connections.authorizedByExternalId, externalUserId),
          lte(connections.connectedAt, new Date(withdrawnAt)),
          inArray(connections.status, ["broken", "disconnected"]),
        ),
      )
      .for("update");

    for (const { id, organizationId } of left) {
      await tx.execute(sql`
        delete from webhook_attempts a using webhook_events e
        where e.connection_id = ${id}::uuid and a.event_id = e.id and a.event_received_at = e.received_at`);
      await tx.delete(webhookEvents).where(eq(webhookEvents.connectionId, id));
      await tx.delete(webhookEventCounts).where(eq(webhookEventCounts.connectionId, id));
      await forgetConnection(tx, id);
      await forgetReading(tx, id);
      await tx.delete(zoomMeetings).where(eq(zoomMeetings.connectionId, id));
      await tx
        .update(connections)
        .set({
          externalId: `erased:${id}`,
          authorizedByExternalId: null,
          displayName: `Former ${provider.accountNoun.one}`,
          username: null,
          avatarUrl: null,
          details: {},
          status: "disconnected",
          statusReason: `The app was removed at ${provider.name}, and what it had told us was erased.`,
          statusSince: new Date(),
        })
        .where(eq(connections.id, id));
      await tx
        .update(auditEvents)
        .set({ metadata: sql`${auditEvents.metadata} - 'name' - 'displayName'` })
        .where(and(eq(auditEvents.organizationId, organizationId), eq(auditEvents.targetId, id)));
      await recordSystemAudit(tx, {
        organizationId,
        action: "connection.data_erased",
        targetType: "connection",
        targetId: id,
        metadata: { provider: providerId },
      });
      await notifyOrganization(tx, organizationId, "connections");
      await notifyOrganization(tx, organizationId, "meetings");
      await notifyOrganization(tx, organizationId, "syncs");
    }
  });
}
