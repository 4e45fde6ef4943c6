import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { connections } from "#drizzle/schema/connections.ts";
import { syncRuns, syncStates } from "#drizzle/schema/syncs.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { Json } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import type { Synchronization, SyncKind } from "#lib/providers/synchronization.ts";
import type { SyncCause } from "./enqueue-sync.ts";

/** A run this execution may work on, and nobody else, as long as the claim is renewed. */
export type ClaimedRun = {
  id: string;
  claim: string;
  connectionId: string;
  organizationId: string;
  kind: SyncKind;
  cursor: Json | null;
  timeZone: string;
  sync: Synchronization;
};

export const claimSeconds = 60;
/** A little less than a day, so that a run that began late yesterday does not make today's later. */
const wholeAfter = sql`interval '23 hours'`;

const unfinished = (connectionId: string) =>
  and(eq(syncRuns.connectionId, connectionId), eq(syncRuns.status, "running"));

/**
 * Takes up the connection's run where it was left, or begins one. Null: there is nothing to read, or someone is at it;
 * `waitsUntil`: the run waits for that moment, and not before.
 */
export function claimRun(
  connectionId: string,
  cause: SyncCause,
): Promise<ClaimedRun | { waitsUntil: Date } | null> {
  return asSystem(async (tx) => {
    const account = await readAccount(tx, connectionId);
    const sync = account && findProvider(account.provider)?.sync;
    if (!account || !sync) return null;

    const claim = crypto.randomUUID();
    const mine = { claimedBy: claim, claimedUntil: sql`now() + make_interval(secs => ${claimSeconds}::int)` };
    const [running] = await tx
      .select({
        id: syncRuns.id,
        claimedBy: syncRuns.claimedBy,
        isFree: sql<boolean>`coalesce(${syncRuns.claimedUntil} <= now(), true)`,
        claimedUntil: syncRuns.claimedUntil,
      })
      .from(syncRuns)
      .where(unfinished(connectionId))
      .for("update");
    if (running && !running.isFree) {
      const isWaiting = running.claimedBy === null && running.claimedUntil;
      return isWaiting ? { waitsUntil: isWaiting } : null;
    }
    // Nobody can say of a broken connection more than its page already does; a person's click still gets an answer.
    if (!running && account.status === "broken" && cause === "schedule") return null;

    const [run] = running
      ? await tx.update(syncRuns).set(mine).where(eq(syncRuns.id, running.id)).returning()
      : await tx
          .insert(syncRuns)
          .values({
            id: uuidv7(),
            organizationId: account.organizationId,
            connectionId,
            kind: await kindOf(tx, connectionId),
            cause,
            ...mine,
          })
          .onConflictDoNothing()
          .returning();
    if (!run) return null;

    if (!running) await notifyOrganization(tx, account.organizationId, "syncs");
    const { id, organizationId } = run;
    return {
      id,
      claim,
      connectionId,
      organizationId,
      kind: run.kind as SyncKind,
      cursor: run.cursor as Json | null,
      timeZone: account.timeZone,
      sync,
    };
  });
}

async function readAccount(tx: Transaction, connectionId: string) {
  const [account] = await tx
    .select({
      provider: connections.provider,
      status: connections.status,
      organizationId: connections.organizationId,
      timeZone: organizations.timeZone,
    })
    .from(connections)
    .innerJoin(organizations, eq(organizations.id, connections.organizationId))
    .where(and(eq(connections.id, connectionId), sql`${connections.status} <> 'disconnected'`));
  return account;
}

async function kindOf(tx: Transaction, connectionId: string): Promise<SyncKind> {
  const [state] = await tx
    .select({ isFresh: sql<boolean | null>`${syncStates.wholeAt} > now() - ${wholeAfter}` })
    .from(syncStates)
    .where(eq(syncStates.connectionId, connectionId));
  if (state === undefined || state.isFresh === null) return "first";
  return state.isFresh ? "recent" : "whole";
}
