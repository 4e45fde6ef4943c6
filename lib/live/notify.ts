import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { liveChannel, type Topic } from "./topics.ts";

/** Tells every open page of the organization, once this transaction commits, that something of this kind changed. */
export async function notifyOrganization(
  tx: Transaction,
  organizationId: string,
  topic: Topic,
): Promise<void> {
  const notice = JSON.stringify({ organizationId, topic });
  await tx.execute(sql`select pg_notify(${liveChannel}, ${notice})`);
}
