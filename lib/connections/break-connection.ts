import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connectionChecks, connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { announceStatus } from "./announce-status.ts";
import { readCredentials } from "./read-credentials.ts";

/**
 * Access has ended for good: the connection is broken, with the reason, and its history says so. Not if it was given new
 * secrets meanwhile: then what was found out is about the old ones.
 */
export async function breakConnection(connectionId: string, version: string, reason: string): Promise<void> {
  await asSystem(async (tx) => {
    const [connection] = await tx
      .select({ organizationId: connections.organizationId, status: connections.status })
      .from(connections)
      .where(and(eq(connections.id, connectionId), ne(connections.status, "disconnected")))
      .for("update");
    const credentials = await readCredentials(tx, connectionId);
    if (!connection || !credentials.ok || credentials.value.version !== version) return;

    const { organizationId, status } = connection;
    const since = new Date();
    await tx
      .update(connections)
      .set({ status: "broken", statusReason: reason, ...(status !== "broken" && { statusSince: since }) })
      .where(eq(connections.id, connectionId));
    await tx.insert(connectionChecks).values({
      organizationId,
      connectionId,
      status: "broken",
      lines: [{ id: "token", verdict: "bad", title: "Access", reason }],
      cause: "error",
      durationMs: 0,
    });
    await announceStatus(tx, connectionId, { before: status, after: "broken", since });
    await notifyOrganization(tx, organizationId, "connections");
  });
}
