import "server-only";
import { DrizzleQueryError } from "drizzle-orm/errors";
import postgres from "postgres";

/** SQLSTATE classes in which the values are wrong, not the moment: a value, a constraint, a limit. */
const faultOfValues = /^(22|23|54)/;

/** True when a statement failed for what it was given, so that it would fail again. */
export function isFaultOfValues(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof postgres.PostgresError && faultOfValues.test(cause.code);
}
