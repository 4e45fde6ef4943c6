import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Member } from "#lib/organizations/membership.ts";

/** How many events of the organization came before this moment, counted no further than `most`. */
export async function countPast(tx: Transaction, member: Member, end: Date, most: number): Promise<number> {
  const past = tx
    .select({ one: sql`1`.as("one") })
    .from(webhookEvents)
    .where(and(eq(webhookEvents.organizationId, member.organizationId), lt(webhookEvents.receivedAt, end)))
    .limit(most)
    .as("past");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(past);
  return row?.count ?? 0;
}
