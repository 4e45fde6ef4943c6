import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { sqlState } from "#lib/db/sql-state.ts";

/** SQLSTATEs of a statement that was stopped, and of a lock that was not had in time. */
const stopped = new Set(["57014", "55P03"]);

/**
 * Does the work within so many milliseconds, or throws. `savepoint` is rolled back then, and nothing around it: PostgreSQL
 * stops each statement that takes that long, and work of many short ones is looked at when it is done.
 */
export async function withTimeLimit(
  savepoint: Transaction,
  limitMs: number,
  work: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  const [before] = await savepoint.execute<{ statement: string; lock: string }>(
    sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`,
  );
  await setTimeouts(savepoint, `${limitMs}ms`, `${limitMs}ms`);
  try {
    await work();
  } catch (error) {
    throw stopped.has(sqlState(error) ?? "") ? tookTooLong(limitMs) : error;
  }
  if (performance.now() - started > limitMs) throw tookTooLong(limitMs);
  // A savepoint that is kept keeps its settings for what follows in the transaction.
  await setTimeouts(savepoint, before?.statement ?? "0", before?.lock ?? "0");
}

const setTimeouts = (tx: Transaction, statement: string, lock: string) =>
  tx.execute(
    sql`select set_config('statement_timeout', ${statement}, true), set_config('lock_timeout', ${lock}, true)`,
  );

const tookTooLong = (limitMs: number) =>
  new Error(`It took too long, more than ${limitMs / 1000} seconds, and was stopped.`);
