import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type postgres from "postgres";

const mark = "/* kept plan */";

/**
 * Put into a statement that is best run the same way whatever its values: each session plans it once. Without it, drizzle
 * has every statement planned anew, which for the many partitions of the events takes longer than to run it.
 */
export const keptPlan: SQL = sql.raw(mark);

/** The client for drizzle, which knows no other way to say of one statement that its plan is to be kept. */
export function keepingPlans<Client extends postgres.ISql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;

      if (name === "unsafe") {
        return (text: string, ...more: unknown[]) =>
          Reflect.apply(
            value,
            target,
            text.includes(mark) ? [text, more[0], { prepare: true }] : [text, ...more],
          );
      }
      if (name === "begin" || name === "savepoint") {
        return (work: (inner: postgres.TransactionSql) => unknown) =>
          Reflect.apply(value, target, [(inner: postgres.TransactionSql) => work(keepingPlans(inner))]);
      }
      return value;
    },
  });
}
