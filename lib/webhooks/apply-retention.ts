import "server-only";
import { eq, sql } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { forgetBefore } from "#lib/conversations/forget-before.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { env } from "#lib/env.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { retentionDays } from "#lib/organizations/settings.ts";
import { deletedAtOnce, deleteEventsBefore } from "./delete-events-before.ts";
import { effectiveRetention, retentionEnd } from "./effective-retention.ts";

/**
 * Deletes what an organization, or each, no longer keeps: events with their attempts and counts, and with whom it last spoke
 * then; and what came for accounts that nobody connected in the usual time. Small transactions, so that no one waits. Safe
 * to repeat and to break off.
 * @throws AggregateError with what failed, once all were tried.
 */
export async function applyRetention(organizationId?: string, now = new Date()): Promise<void> {
  const longest = env.EVENT_RETENTION_MAX_DAYS;
  const failures: unknown[] = [];

  for (const { id, settings } of await theirSettings(organizationId)) {
    const end = retentionEnd(effectiveRetention(settings, longest), now);
    await deleteAll(id, end).catch((error) => failures.push(error));
  }
  if (organizationId === undefined) {
    const end = retentionEnd(Math.min(retentionDays.usual, longest), now);
    await deleteEvents(null, end).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, "not all old events were deleted");
}

function theirSettings(organizationId: string | undefined) {
  const { id, settings } = organizations;
  return asSystem((tx) =>
    tx
      .select({ id, settings })
      .from(organizations)
      .where(organizationId === undefined ? undefined : eq(id, organizationId)),
  );
}

async function deleteAll(organizationId: string, end: Date): Promise<void> {
  const events = await deleteEvents(organizationId, end);
  await asSystem(async (tx) => {
    await tx.execute(sql`
      delete from webhook_event_counts
      where organization_id = ${organizationId}::uuid and hour < ${end.toISOString()}::timestamptz`);
    await forgetBefore(tx, organizationId, end);
    if (events > 0) await notifyOrganization(tx, organizationId, "events");
  });
}

async function deleteEvents(organizationId: string | null, end: Date): Promise<number> {
  let total = 0;
  let deleted: number;
  do {
    deleted = await asSystem((tx) => deleteEventsBefore(tx, organizationId, end));
    total += deleted;
  } while (deleted === deletedAtOnce);
  return total;
}
