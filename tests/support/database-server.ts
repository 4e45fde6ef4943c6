import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "#scripts/db/migrate-database.ts";
import { bootstrapDatabase } from "#scripts/stack/bootstrap-database.ts";
import { loadSecrets } from "#scripts/stack/secrets.ts";
import { startPostgres } from "#scripts/stack/start-postgres.ts";
import { createSupabaseTables } from "#scripts/stack/start-supabase.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The test server as its superuser, and the password of the role `postgres`, which the app connects as. */
    databaseServer: { adminUrl: string; password: string };
  }
}

/** One PostgreSQL for the whole run. Its database `postgres`, migrated once, is what each test file's own is copied from. */
export default async function setup(project: TestProject) {
  const directory = mkdtempSync(join(tmpdir(), "trunkline-test-"));
  // Readable for the user postgres, which the server runs as when the tests run as root.
  chmodSync(directory, 0o755);
  const secrets = await loadSecrets(directory);
  const password = secrets.databasePassword;
  const server = await startPostgres({ directory, password, preferredPort: 54_422, throwaway: true });
  const teardown = async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };

  try {
    await bootstrapDatabase(server.adminUrl, password);
    const databaseUrl = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
    const nowhere = {
      appUrl: "http://localhost:3000",
      smtpUrl: "smtp://127.0.0.1:9",
      mailFrom: "test@trunkline.example",
    };
    const supabase = await createSupabaseTables({ directory, databaseUrl, secrets, ...nowhere });
    await supabase.connection.close();
    await migrateDatabase(databaseUrl);
    project.provide("databaseServer", { adminUrl: server.adminUrl, password });
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
