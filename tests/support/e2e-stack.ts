import postgres from "postgres";

/** An address or key of the stack under test, as the test runner hands it over. */
export function stackValue(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests with npm test -- e2e.`);
  return value;
}

let connection: postgres.Sql | undefined;

/** The database under test, beyond row-level security: for what a test arranges, never for what it claims. */
export function stackSql(): postgres.Sql {
  connection ??= postgres(stackValue("DATABASE_URL"), { max: 2, idle_timeout: 2, onnotice: () => {} });
  return connection;
}
