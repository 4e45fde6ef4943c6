import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { wake } from "./wake.ts";

type Adoption = {
  provider: ProviderId;
  accountExternalId: string;
  connectionId: string;
  organizationId: string;
};

/** Gives a new connection the events that came for its account before anyone had connected it. Returns how many. */
export async function adoptEvents(tx: Transaction, adoption: Adoption): Promise<number> {
  const { provider, accountExternalId, connectionId, organizationId } = adoption;

  const adopted = await tx
    .update(webhookEvents)
    .set({ connectionId, organizationId })
    .where(
      and(
        eq(webhookEvents.provider, provider),
        eq(webhookEvents.accountExternalId, accountExternalId),
        isNull(webhookEvents.connectionId),
        // An event whose connection was deleted has lost that connection, but it stays its organization's.
        isNull(webhookEvents.organizationId),
      ),
    )
    .returning({ receivedAt: webhookEvents.receivedAt });

  if (adopted.length > 0) {
    const latest = new Date(Math.max(...adopted.map(({ receivedAt }) => receivedAt.getTime())));
    await tx
      .update(connections)
      .set({ lastEventAt: sql`greatest(${connections.lastEventAt}, ${latest.toISOString()}::timestamptz)` })
      .where(eq(connections.id, connectionId));
    await wake(tx, connectionId);
    await notifyOrganization(tx, organizationId, "events");
  }
  return adopted.length;
}
