import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { wakeStatement } from "./wake-statement.ts";

/** Has the worker look at the connection's events; many wakes before it does are one. */
export async function wake(tx: Transaction, connectionId: string): Promise<void> {
  await tx.execute(wakeStatement([connectionId]));
}
