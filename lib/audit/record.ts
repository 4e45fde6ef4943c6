import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";

/** Where a request came from, as `visitor()` in lib/auth reads it. */
export type Visitor = { ip?: string; userAgent?: string };

/** Something a person did. `metadata` helps to tell it in words: names and counts, never a secret. */
export type AuditEntry = Visitor & {
  organizationId: string | null;
  action: string;
  targetType?: string;
  targetId?: string;
  metadata?: Record<string, unknown>;
};

/**
 * Leaves a trace in the caller's transaction, so that what happened and its trace stand or fall together. The
 * actor is whoever the transaction runs as (`asUser`), never an argument; a non-member is refused by the database.
 */
export async function recordAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.execute(sql`
    select private.record_audit(
      ${entry.organizationId}::uuid, ${entry.action}, ${entry.targetType ?? null}, ${entry.targetId ?? null},
      ${JSON.stringify(entry.metadata ?? {})}::text::jsonb, ${entry.ip ?? null}, ${entry.userAgent ?? null})`);
}
