import "server-only";
import { and, eq, inArray, lte, ne } from "drizzle-orm";
import { connectionCredentials, connections } from "#drizzle/schema/connections.ts";
import { recordSystemAudit } from "#lib/audit/record-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { announceStatus } from "./announce-status.ts";
import { enqueueCheck } from "./enqueue-check.ts";

type Withdrawal = {
  providers: readonly ProviderId[];
  /** The person at the platform. */
  externalUserId: string;
  withdrawnAt: Date;
  reason: string;
};

/**
 * A person took their grant back at the platform: what rests on it is broken from now on and its secrets are forgotten.
 * What was connected after that moment rests on a newer grant, and is only looked at. Safe to repeat.
 */
export async function withdrawGrant(
  tx: Transaction,
  { providers, externalUserId, withdrawnAt, reason }: Withdrawal,
): Promise<void> {
  const backed = and(
    inArray(connections.provider, [...providers]),
    eq(connections.authorizedByExternalId, externalUserId),
  );
  const older = and(backed, lte(connections.connectedAt, withdrawnAt));
  const olderIds = tx.select({ id: connections.id }).from(connections).where(older);
  await tx.delete(connectionCredentials).where(inArray(connectionCredentials.connectionId, olderIds));

  const since = new Date();
  const broken = await tx
    .update(connections)
    .set({ status: "broken", statusReason: reason, statusSince: since, webhookConfigured: false })
    .where(and(older, ne(connections.status, "disconnected"), ne(connections.status, "broken")))
    .returning({
      id: connections.id,
      organizationId: connections.organizationId,
      name: connections.displayName,
    });

  for (const { id, organizationId, name } of broken) {
    await recordSystemAudit(tx, {
      organizationId,
      action: "connection.grant_withdrawn",
      targetType: "connection",
      targetId: id,
      metadata: { name },
    });
    // Whatever it was, it was not broken: the statement above left those out.
    await announceStatus(tx, id, { before: "live", after: "broken", since });
    await notifyOrganization(tx, organizationId, "connections");
  }

  const remaining = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(and(backed, ne(connections.status, "disconnected"), ne(connections.status, "broken")));
  for (const { id } of remaining) await enqueueCheck(tx, id, { cause: "error" });
}
