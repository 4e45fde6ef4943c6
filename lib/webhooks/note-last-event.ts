import "server-only";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { notifyOrganization } from "#lib/live/notify.ts";

/** Receiving writes the time down no more often than this. */
const roughlyMs = 5_000;

/** True when what is written down of a connection's last event is older than this event by more than it may be. */
export function isLastEventMissed(lastEventAt: Date | null, receivedAt: Date): boolean {
  return lastEventAt === null || lastEventAt < before(receivedAt);
}

/**
 * Writes down when a connection's last event came, where receiving could not: it waits for nobody, and leaves a
 * connection alone that a check or a sync is writing to at that moment. This waits; call it with nothing else locked.
 */
export async function noteLastEvent(connectionId: string, receivedAt: Date): Promise<void> {
  const { id, lastEventAt, organizationId } = connections;
  await asSystem(async (tx) => {
    // As for the batch: a lock that someone forgot ends the job, not the worker.
    await tx.execute(sql`set local lock_timeout = '30s'`);
    const [noted] = await tx
      .update(connections)
      .set({ lastEventAt: receivedAt })
      .where(and(eq(id, connectionId), or(isNull(lastEventAt), lt(lastEventAt, before(receivedAt)))))
      .returning({ organizationId });
    if (noted) await notifyOrganization(tx, noted.organizationId, "connections");
  });
}

const before = (receivedAt: Date) => new Date(receivedAt.getTime() - roughlyMs);
