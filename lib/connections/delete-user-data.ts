import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { connections, dataDeletionRequests, oauthSessions } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { metaProviders } from "#lib/providers/meta/meta-providers.ts";
import { eraseCustomer } from "#lib/webhooks/erase-customer.ts";
import { waitingGrants } from "./waiting-grants.ts";
import { withdrawGrant } from "./withdraw-grant.ts";

/**
 * Erases what we hold of a person whom Meta names: as someone who connected accounts, their tokens, their id, and grants
 * waiting for a choice; as a customer, what events that hold their id say. The accounts' other events stay: they are the
 * business's. Safe to repeat.
 */
export async function deleteUserData({
  code,
  externalUserId,
  requestedAt,
}: JobPayload<"connections.delete-user-data">): Promise<void> {
  await asSystem((tx) => forgetGrants(tx, externalUserId, requestedAt));
  await eraseCustomer(metaProviders, externalUserId);
  await asSystem((tx) =>
    tx
      .update(dataDeletionRequests)
      .set({ status: "completed", completedAt: new Date() })
      .where(and(eq(dataDeletionRequests.code, code), eq(dataDeletionRequests.status, "pending"))),
  );
}

async function forgetGrants(tx: Transaction, externalUserId: string, requestedAt: string): Promise<void> {
  await withdrawGrant(tx, {
    providers: metaProviders,
    externalUserId,
    withdrawnAt: new Date(requestedAt),
    reason:
      "The person who connected it asked Meta to have their data deleted. Reconnect it with another account.",
  });
  await tx
    .update(connections)
    .set({ authorizedByExternalId: null })
    .where(
      and(
        inArray(connections.provider, [...metaProviders]),
        eq(connections.authorizedByExternalId, externalUserId),
        sql`${connections.connectedAt} <= ${requestedAt}::timestamptz`,
      ),
    );
  const waiting = await waitingGrants(tx, metaProviders, externalUserId);
  await tx.update(oauthSessions).set({ grantCiphertext: null }).where(inArray(oauthSessions.id, waiting));
}
