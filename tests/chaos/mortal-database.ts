import { migrateDatabase } from "#scripts/db/migrate-database.ts";
import { bootstrapDatabase } from "#scripts/stack/bootstrap-database.ts";
import type { Part } from "#scripts/stack/part.ts";
import { removeDataDirectory } from "#scripts/stack/remove-data-directory.ts";
import { takeDataDirectory } from "#scripts/stack/run-record.ts";
import { loadSecrets } from "#scripts/stack/secrets.ts";
import { type RunningPostgres, startPostgres } from "#scripts/stack/start-postgres.ts";
import { prepareSupabase } from "#scripts/stack/start-scratch-database.ts";
import { temporaryDirectory } from "#scripts/stack/temporary-directory.ts";

export type MortalDatabase = Part & {
  url: string;
  directory: string;
  /** Ends the server in the middle of whatever it does, and returns once another has recovered what it left. */
  kill: (signal: "SIGKILL" | "SIGQUIT") => Promise<void>;
};

/** A migrated database that keeps what it has committed, as in production: what is killed here must come back whole. */
export async function startMortalDatabase(preferredPort: number): Promise<MortalDatabase> {
  const directory = temporaryDirectory();
  takeDataDirectory(directory);
  const { databasePassword: password } = await loadSecrets(directory);
  let ended = Promise.withResolvers<void>();

  const start = (port: number) => {
    ended = Promise.withResolvers();
    const { resolve } = ended;
    return startPostgres({ directory, password, preferredPort: port, onExit: () => resolve() });
  };
  let server = await start(preferredPort);
  const { port } = server;
  const stop = async () => {
    await server.stop();
    removeDataDirectory(directory);
  };

  async function kill(signal: "SIGKILL" | "SIGQUIT"): Promise<void> {
    process.kill(server.pid, signal);
    await ended.promise;
    server = await restart();
  }

  /** While processes of the killed server still hold its memory, another refuses to start. */
  async function restart(): Promise<RunningPostgres> {
    for (;;) {
      const again = await start(port).catch(() => undefined);
      if (again?.port === port) return again;
      await again?.stop();
    }
  }

  try {
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    await bootstrapDatabase(server.adminUrl, password);
    await prepareSupabase(url, directory);
    await migrateDatabase(url);
    return { url, directory, kill, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
