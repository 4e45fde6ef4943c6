import "server-only";
import { DrizzleQueryError } from "drizzle-orm/errors";
import postgres from "postgres";
import { refusalMessage } from "./refusal-message.ts";
import { stackFrames } from "./stack-frames.ts";

/**
 * An error of the database without the values it happened to, which are people's; any other as it is. It keeps its
 * class and shape: callers tell a taken name by the cause's code and constraint.
 */
export function withoutValues(error: unknown): unknown {
  if (error instanceof DrizzleQueryError) {
    const cause = error.cause && (withoutValues(error.cause) as Error);
    return restated(new DrizzleQueryError("", [], cause), "a statement failed", error);
  }
  if (error instanceof postgres.PostgresError) {
    const { severity, code, schema_name, table_name, column_name, constraint_name } = error;
    const kept = { severity, code, schema_name, table_name, column_name, constraint_name };
    return restated(new PostgresError({ message: "", ...kept }), refusalMessage(error), error);
  }
  return error;
}

/** What the type does not tell: it is made from the fields that Postgres sent. */
const PostgresError = postgres.PostgresError as unknown as new (fields: object) => postgres.PostgresError;

function restated(clean: Error, message: string, original: Error): Error {
  const hidden = { enumerable: false, configurable: true, writable: true };
  return Object.defineProperties(clean, {
    message: { value: message, ...hidden },
    stack: { value: `${clean.name}: ${message}${stackFrames(original)}`, ...hidden },
  });
}
