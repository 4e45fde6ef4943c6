import { existsSync } from "node:fs";
import { bootstrapDatabase } from "#scripts/stack/bootstrap-database.ts";
import { dataDirectory } from "#scripts/stack/data-directory.ts";
import { holdDataDirectory } from "#scripts/stack/hold-data-directory.ts";
import { findRun } from "#scripts/stack/run-record.ts";
import { loadSecrets } from "#scripts/stack/secrets.ts";
import { startPostgres } from "#scripts/stack/start-postgres.ts";
import { prepareSupabase } from "#scripts/stack/start-scratch-database.ts";

/**
 * Works on the database the environment names, or else on the embedded one: as it runs under `npm start`, or started
 * for this and stopped again.
 */
export async function withDatabase(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const given = process.env.DIRECT_DATABASE_URL || process.env.DATABASE_URL;
  if (given) return work(given);

  const directory = dataDirectory();
  const running = findRun(directory)?.addresses?.databaseUrl;
  return running ? work(running) : withEmbeddedDatabase(directory, work);
}

async function withEmbeddedDatabase(
  directory: string,
  work: (databaseUrl: string) => Promise<void>,
): Promise<void> {
  const held = await holdDataDirectory(directory, console.log);
  if ("heldBy" in held)
    throw new Error("Trunkline is just starting or stopping here. Try again in a moment.");
  try {
    const { databasePassword: password } = await loadSecrets(directory);
    const server = await startPostgres({ directory, password, preferredPort: 54_322 });
    try {
      await bootstrapDatabase(server.adminUrl, password);
      const databaseUrl = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
      await prepareSupabase(databaseUrl, directory);
      await work(databaseUrl);
    } finally {
      await server.stop();
    }
  } finally {
    held.record.release();
  }
}
