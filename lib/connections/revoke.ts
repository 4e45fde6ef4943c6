import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connectionCredentials, connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { enqueueCheck } from "./enqueue-check.ts";
import { letGo } from "./let-go.ts";
import { waitingGrants } from "./waiting-grants.ts";

const firstRetryMs = 30_000;
/** The last one comes almost six days after the first; then the secrets are forgotten all the same. */
const mostRetries = 7;

/**
 * After a disconnect: stops the platform's events, gives the grant back if nothing else rests on it, forgets the secrets.
 * Leaves alone what others use: the account if it is connected again, here or elsewhere, and a grant other accounts need.
 */
export async function revoke(connectionId: string, attempt: number): Promise<void> {
  const left = await asSystem((tx) => readLeft(tx, connectionId));
  if (!left) return;

  const provider = findProvider(left.provider);
  const isDone = !provider || (await letGo(connectionId, left));

  await asSystem(async (tx) => {
    if (!isDone && attempt < mostRetries) {
      const runAt = new Date(Date.now() + firstRetryMs * 4 ** attempt);
      await enqueue(tx, "connection.revoke", { connectionId, attempt: attempt + 1 }, { runAt });
      return;
    }
    await forget(tx, connectionId);
    // Whoever connected the account while we were letting go of it may have lost its events to us.
    const heir = await liveConnection(tx, left);
    if (heir) await enqueueCheck(tx, heir, { cause: "error" });
  });
}

type Place = { provider: ProviderId; externalId: string };

async function readLeft(tx: Transaction, connectionId: string) {
  const [connection] = await tx
    .select({
      provider: connections.provider,
      externalId: connections.externalId,
      authorizedBy: connections.authorizedByExternalId,
    })
    .from(connections)
    .where(and(eq(connections.id, connectionId), eq(connections.status, "disconnected")));
  if (!connection) return null;

  return {
    provider: connection.provider,
    externalId: connection.externalId,
    isUsedElsewhere: (await liveConnection(tx, connection)) !== null,
    isLastOfGrant: await isLastOfGrant(tx, connection),
  };
}

async function liveConnection(tx: Transaction, { provider, externalId }: Place): Promise<string | null> {
  const [live] = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(
      and(
        eq(connections.provider, provider),
        eq(connections.externalId, externalId),
        ne(connections.status, "disconnected"),
      ),
    );
  return live?.id ?? null;
}

/** In any organization: a platform knows one grant for each person. One they are choosing from at this moment counts too. */
async function isLastOfGrant(
  tx: Transaction,
  { provider, authorizedBy }: Place & { authorizedBy: string | null },
): Promise<boolean> {
  if (authorizedBy === null) return false;

  const [other] = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(
      and(
        eq(connections.provider, provider),
        eq(connections.authorizedByExternalId, authorizedBy),
        ne(connections.status, "disconnected"),
      ),
    )
    .limit(1);
  return !other && (await waitingGrants(tx, [provider], authorizedBy)).length === 0;
}

/** Only while it is still disconnected: a connection that came back in the meantime has new secrets. */
async function forget(tx: Transaction, connectionId: string): Promise<void> {
  const [gone] = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.id, connectionId), eq(connections.status, "disconnected")))
    .for("update");
  if (gone) await tx.delete(connectionCredentials).where(eq(connectionCredentials.connectionId, gone.id));
}
