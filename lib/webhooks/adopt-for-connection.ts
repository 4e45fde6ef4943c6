import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { adoptEvents } from "./adopt.ts";

/** Adopts what came for this connection's account before it existed, if the account is still connected. */
export async function adoptForConnection(connectionId: string): Promise<void> {
  await asSystem(async (tx) => {
    const [connection] = await tx
      .select({
        provider: connections.provider,
        accountExternalId: connections.externalId,
        organizationId: connections.organizationId,
      })
      .from(connections)
      .where(and(eq(connections.id, connectionId), ne(connections.status, "disconnected")));

    if (connection) await adoptEvents(tx, { ...connection, connectionId });
  });
}
