import "server-only";
import { eq } from "drizzle-orm";
import { firstReplies, messageContacts, messageCounts } from "#drizzle/schema/conversation-figures.ts";
import type { Transaction } from "#lib/db/client.ts";

/** Forgets all that was counted of a connection, and of whom. */
export async function forgetConnection(tx: Transaction, connectionId: string): Promise<void> {
  await tx.delete(firstReplies).where(eq(firstReplies.connectionId, connectionId));
  await tx.delete(messageContacts).where(eq(messageContacts.connectionId, connectionId));
  await tx.delete(messageCounts).where(eq(messageCounts.connectionId, connectionId));
}
