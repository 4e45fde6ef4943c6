import { migrateDatabase } from "#scripts/db/migrate-database.ts";
import { bootstrapDatabase } from "./bootstrap-database.ts";
import type { Part } from "./part.ts";
import { removeDataDirectory } from "./remove-data-directory.ts";
import { takeDataDirectory } from "./run-record.ts";
import { loadSecrets } from "./secrets.ts";
import { startPostgres } from "./start-postgres.ts";
import { createSupabaseTables } from "./start-supabase.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

/** The server as its superuser, its migrated database as `postgres`, which the app connects as, and that role's password. */
export type ScratchDatabase = Part & { adminUrl: string; databaseUrl: string; password: string };

/**
 * A PostgreSQL in a temporary directory with every migration run, gone without a trace when stopped. `durable`: it waits
 * for the disk like a real one, which only measuring needs.
 */
export async function startScratchDatabase({ durable = false } = {}): Promise<ScratchDatabase> {
  const directory = temporaryDirectory();
  takeDataDirectory(directory);
  const secrets = await loadSecrets(directory);
  const password = secrets.databasePassword;
  const server = await startPostgres({ directory, password, preferredPort: 54_422, throwaway: !durable });
  const stop = async () => {
    await server.stop();
    removeDataDirectory(directory);
  };

  try {
    await bootstrapDatabase(server.adminUrl, password);
    const databaseUrl = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
    await prepareSupabase(databaseUrl, directory);
    await migrateDatabase(databaseUrl);
    return { adminUrl: server.adminUrl, databaseUrl, password, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Lets Supabase Lite create its tables, and closes it again: no mail is sent and nothing listens. */
export async function prepareSupabase(databaseUrl: string, directory: string): Promise<void> {
  const secrets = await loadSecrets(directory);
  const nowhere = {
    appUrl: "http://localhost:3000",
    smtpUrl: "smtp://127.0.0.1:9",
    mailFrom: "no-one@trunkline.example",
  };
  const supabase = await createSupabaseTables({ directory, databaseUrl, secrets, ...nowhere });
  await supabase.connection.close();
}
