import "server-only";
import type { SQL } from "drizzle-orm";
import { enqueueStatement } from "#lib/jobs/enqueue-statement.ts";

/** Has the worker look at these connections' events; many wakes of one before it does are one. */
export function wakeStatement(connectionIds: string[]): SQL {
  return enqueueStatement(
    "webhook-events.process",
    connectionIds.map((connectionId) => ({
      payload: { connectionId },
      key: `webhook-events.process:${connectionId}`,
    })),
  );
}
