import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { noticeStatement } from "./notice-statement.ts";
import type { Topic } from "./topics.ts";

/** Tells every open page of the organization, once this transaction commits, that something of this kind changed. */
export async function notifyOrganization(
  tx: Transaction,
  organizationId: string,
  topic: Topic,
): Promise<void> {
  await tx.execute(noticeStatement([organizationId], topic));
}
