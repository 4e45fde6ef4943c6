import "server-only";
import { sqlState } from "./sql-state.ts";

/** SQLSTATE classes in which the values are wrong, not the moment: a value, a constraint, a limit. */
const faultOfValues = /^(22|23|54)/;

/** True when a statement failed for what it was given, so that it would fail again. */
export function isFaultOfValues(error: unknown): boolean {
  return faultOfValues.test(sqlState(error) ?? "");
}
