import "server-only";
import { database, type Transaction } from "./client.ts";
import { scrubbed } from "./scrubbed.ts";

/**
 * Runs `work` in one transaction as the tables' owner, past row-level security. For what deliveries, callbacks
 * and jobs do; a verb that a person's click reaches uses `asUser`. The import rules name each file that may.
 */
export function asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return scrubbed(database().transaction(work));
}
