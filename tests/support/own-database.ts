import postgres from "postgres";
import { afterAll, inject } from "vitest";

// Each test file gets a copy of the migrated database, so files run side by side and none sees another's rows. The
// address is set here, before the test's own imports run, since the app reads it on first use.
const { adminUrl, password } = inject("databaseServer");
const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;

await asAdmin((sql) => sql.unsafe(`create database ${name} template postgres owner postgres`));
const address = new URL(adminUrl);
address.username = "postgres";
address.password = password;
address.pathname = `/${name}`;
process.env.DATABASE_URL = address.href;
process.env.DIRECT_DATABASE_URL = address.href;

afterAll(async () => {
  const [{ closeDatabase }, { stopListening }] = await Promise.all([
    import("#lib/db/client.ts"),
    import("#lib/live/listen.ts"),
  ]);
  await Promise.all([closeDatabase(), stopListening()]);
  await asAdmin((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
});

async function asAdmin(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  // From another database: one that is being copied must have no one else in it.
  const elsewhere = new URL(adminUrl);
  elsewhere.pathname = "/template1";
  const sql = postgres(elsewhere.href, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
