import "server-only";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { AuditEntry } from "./record.ts";

/** The trace of what no signed-in person did: a callback, a job. Needs a transaction of `asSystem`. */
export async function recordSystemAudit(
  tx: Transaction,
  entry: AuditEntry & { actorId?: string },
): Promise<void> {
  await tx.insert(auditEvents).values(entry);
}
