import "server-only";
import { DrizzleQueryError } from "drizzle-orm/errors";
import postgres from "postgres";

/** PostgreSQL's code (SQLSTATE) for why a statement failed; undefined when it was not the database that refused. */
export function sqlState(error: unknown): string | undefined {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof postgres.PostgresError ? cause.code : undefined;
}
