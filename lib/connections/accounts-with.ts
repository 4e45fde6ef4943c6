import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Json, KnownAccount, ProviderId } from "#lib/providers/contract.ts";

/** The live accounts of a provider that had this in their details when they were connected, whoever connected them. */
export function accountsWith(
  provider: ProviderId,
  detail: Readonly<Record<string, string>>,
): Promise<KnownAccount[]> {
  const account = sql<Json>`${connections.details} -> 'account'`;
  return asSystem((tx) =>
    tx
      .select({ externalId: connections.externalId, details: account })
      .from(connections)
      .where(
        and(
          eq(connections.provider, provider),
          // Spelled out and not a parameter, or a prepared plan could not use the index, which is of live ones only.
          sql`${connections.status} <> 'disconnected'`,
          sql`${account} @> ${JSON.stringify(detail)}::text::jsonb`,
        ),
      )
      .orderBy(connections.externalId),
  );
}
