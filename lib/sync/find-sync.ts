import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { connections } from "#drizzle/schema/connections.ts";
import { syncRuns, syncStates } from "#drizzle/schema/syncs.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { findProvider } from "#lib/providers/registry.ts";

export type ConnectionSync = NonNullable<Awaited<ReturnType<typeof findSync>>>;
export type SyncRun = ConnectionSync["runs"][number];

const shownRuns = 10;

const shown = {
  id: syncRuns.id,
  kind: syncRuns.kind,
  status: syncRuns.status,
  startedAt: syncRuns.startedAt,
  finishedAt: syncRuns.finishedAt,
  stepsDone: syncRuns.stepsDone,
  stepsTotal: syncRuns.stepsTotal,
  doing: syncRuns.doing,
  items: syncRuns.items,
  changed: syncRuns.changed,
  removed: syncRuns.removed,
  calls: syncRuns.calls,
  notes: syncRuns.notes,
  error: syncRuns.error,
  /** Null while someone is at it; else when it goes on. */
  waitsUntil:
    sql<Date | null>`case when ${syncRuns.claimedBy} is null then ${syncRuns.claimedUntil} end`.mapWith(
      syncRuns.claimedUntil,
    ),
};

/** How reading an account goes: how often, when next, and its last runs, newest first. Undefined where nothing is read. */
export async function findSync(member: Member, connectionId: string) {
  if (!z.uuid().safeParse(connectionId).success) return undefined;

  return asUser(member, async (tx) => {
    const [connection] = await tx
      .select({
        provider: connections.provider,
        frequencyMinutes: connections.syncFrequencyMinutes,
        nextAt: syncStates.nextAt,
      })
      .from(connections)
      .leftJoin(syncStates, eq(syncStates.connectionId, connections.id))
      .where(and(eq(connections.id, connectionId), eq(connections.organizationId, member.organizationId)));
    const sync = connection && findProvider(connection.provider)?.sync;
    if (!sync) return undefined;

    const runs = await tx
      .select(shown)
      .from(syncRuns)
      .where(and(eq(syncRuns.connectionId, connectionId), eq(syncRuns.organizationId, member.organizationId)))
      .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
      .limit(shownRuns);
    return { ...connection, reads: sync.reads, runs };
  });
}
