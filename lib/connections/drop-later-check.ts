import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { laterCheckKey } from "./later-check-key.ts";

/** Takes back the look that waits for its time, if there is one. Needs a transaction of `asSystem`. */
export async function dropLaterCheck(tx: Transaction, connectionId: string): Promise<void> {
  await tx.execute(sql`select from graphile_worker.remove_job(${laterCheckKey(connectionId)}::text)`);
}
