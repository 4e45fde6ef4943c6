import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookReceipts } from "#drizzle/schema/webhooks.ts";
import { withAccess } from "#lib/connections/with-access.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { ProviderEvent } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { recordDeliveries } from "./record.ts";

/** Asked for again each time: what the platform lists late must not fall between two times. */
const overlapMs = 60 * 60_000;
/** Not further back than receipts are kept, or what came long ago would come again. */
const furthestMs = 7 * 24 * 60 * 60_000;
const chunk = 500;

/**
 * Asks the platform for events that came while nobody could receive them, and stores those that are not here. A no changes
 * nothing: the next time asks from where the last success left off.
 */
export async function catchUp(connectionId: string, now = new Date()): Promise<void> {
  const connection = await asSystem(async (tx) => {
    const { provider, caughtUpAt, connectedAt } = connections;
    const [found] = await tx
      .select({ provider, caughtUpAt, connectedAt })
      .from(connections)
      .where(and(eq(connections.id, connectionId), ne(connections.status, "disconnected")));
    return found;
  });
  const missed = connection && findProvider(connection.provider)?.catchUp;
  if (!missed) return;

  const from = (connection.caughtUpAt ?? connection.connectedAt).getTime() - overlapMs;
  const since = new Date(Math.max(from, now.getTime() - furthestMs));
  const answer = await withAccess(connectionId, (app, account) => missed(app, account, since));
  if (!answer.ok) return;

  const events = await unknown(answer.value);
  for (let start = 0; start < events.length; start += chunk) {
    await recordDeliveries([
      { events: events.slice(start, start + chunk), verifiedWith: "api", headers: {} },
    ]);
  }
  await asSystem((tx) =>
    tx.update(connections).set({ caughtUpAt: now }).where(eq(connections.id, connectionId)),
  );
}

/** Those that are not here yet: one that is was not delivered twice, and must not count as if. */
async function unknown(events: ProviderEvent[]): Promise<ProviderEvent[]> {
  const [first] = events;
  if (!first) return [];

  const known = await asSystem((tx) =>
    tx
      .select({ externalId: webhookReceipts.externalId })
      .from(webhookReceipts)
      .where(
        and(
          eq(webhookReceipts.provider, first.provider),
          inArray(
            webhookReceipts.externalId,
            events.map(({ externalId }) => externalId),
          ),
        ),
      ),
  );
  const ids = new Set(known.map(({ externalId }) => externalId));
  return events.filter(({ externalId }) => !ids.has(externalId));
}
