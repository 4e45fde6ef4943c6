import { DrizzleQueryError } from "drizzle-orm/errors";

const uniqueViolation = "23505";

/** True when a statement failed because another row already holds this unique value. */
export function isTaken(error: unknown, constraint: string): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return (
    cause instanceof Error &&
    "code" in cause &&
    cause.code === uniqueViolation &&
    "constraint_name" in cause &&
    cause.constraint_name === constraint
  );
}
