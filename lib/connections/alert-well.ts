import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { connectionAlerts } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

/** Has everyone who was told of a break told that it is over. */
export async function alertWell(connectionId: string): Promise<void> {
  await asSystem(async (tx) => {
    const told = await tx
      .selectDistinct({ userId: connectionAlerts.userId })
      .from(connectionAlerts)
      .where(and(eq(connectionAlerts.connectionId, connectionId), isNull(connectionAlerts.wellSentAt)));
    for (const { userId } of told) {
      const key = `connection.alert-well-person:${connectionId}:${userId}`;
      await enqueue(tx, "connection.alert-well-person", { connectionId, userId }, { key });
    }
  });
}
