import "server-only";
import { and, eq, lt, notInArray, sql } from "drizzle-orm";
import { connectionCredentials, connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { renewalKey, scheduleRenewal } from "./schedule-renewal.ts";

/** Finds access that will end and has no renewal waiting, whatever became of it, and queues one. */
export async function renewDue(): Promise<void> {
  await asSystem(async (tx) => {
    const { savedAt, accessExpiresAt, refreshExpiresAt, renewalRetryAt } = connectionCredentials;
    const ending = await tx
      .select({
        id: connections.id,
        provider: connections.provider,
        life: { savedAt, accessExpiresAt, refreshExpiresAt },
        renewal: { retryAt: renewalRetryAt },
      })
      .from(connectionCredentials)
      .innerJoin(connections, eq(connections.id, connectionCredentials.connectionId))
      .where(
        and(
          lt(accessExpiresAt, sql`now() + interval '40 days'`),
          notInArray(connections.status, ["disconnected", "broken"]),
          sql`not exists (
            select from graphile_worker.jobs
            where key = ${renewalKey("")} || ${connections.id} and attempts < max_attempts)`,
        ),
      );
    for (const { id, provider, ...when } of ending) {
      const { renewal = null } = findProvider(provider) ?? {};
      await scheduleRenewal(tx, id, { renewal }, when);
    }
  });
}
