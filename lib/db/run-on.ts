import "server-only";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { TransactionSql } from "postgres";

const dialect = new PgDialect();

/** Runs a statement written for drizzle on postgres.js, which prepares it and sends it without waiting for the last. */
export function runOn(client: TransactionSql, statement: SQL) {
  const { sql, params } = dialect.sqlToQuery(statement);
  return client.unsafe(sql, params as string[], { prepare: true });
}
