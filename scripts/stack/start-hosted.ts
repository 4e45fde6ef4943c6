import { migrateDatabase } from "#scripts/db/migrate-database.ts";
import { buildApp } from "./build-app.ts";
import { claimPort } from "./claim-port.ts";
import type { Part } from "./part.ts";
import type { Progress } from "./progress.ts";
import { startApp } from "./start-app.ts";

export type HostedOptions = { progress: Progress; development: boolean; port: number };

/** The app alone, on the database and Supabase project that the environment names. Answers its address. */
export async function startHosted(options: HostedOptions, started: (part: Part) => void): Promise<string> {
  const { progress, development, port } = options;
  // A load balancer was told this port: another one would look like an outage.
  if ((await claimPort(port)) !== port) throw new Error(`Port ${port} is taken. Set PORT to a free one.`);
  const url = process.env.APP_URL || `http://localhost:${port}`;
  process.env.APP_URL = url;

  // Read once here, so that a missing variable is named before anything starts.
  const { env } = await import("#lib/env.ts");
  const databaseUrl = env.DIRECT_DATABASE_URL;
  await progress.step(
    "Migrations",
    () => migrateDatabase(databaseUrl),
    (names) => (names.length === 0 ? "up to date" : `${names.length} run`),
  );
  if (!development) await progress.step("Build", buildApp, (built) => (built ? "built" : "up to date"));
  const withWorker = env.WORKER === "on";
  // Where this runs, whoever runs it collects what its processes print.
  const app = {
    environment: process.env,
    port,
    development,
    withWorker,
    logDirectory: null,
    progress,
    started,
  };
  await startApp({ ...app, onSpawn: () => {} });
  return url;
}
