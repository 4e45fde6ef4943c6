import { existsSync } from "node:fs";
import { appEnvironment } from "#scripts/stack/app-environment.ts";
import { dataDirectory } from "#scripts/stack/data-directory.ts";
import { holdDataDirectory } from "#scripts/stack/hold-data-directory.ts";
import { partList } from "#scripts/stack/part-list.ts";
import { silentProgress } from "#scripts/stack/progress.ts";
import { findRun } from "#scripts/stack/run-record.ts";
import { loadSecrets } from "#scripts/stack/secrets.ts";
import { startServices } from "#scripts/stack/start-services.ts";

/**
 * Runs code of the app in this process, whose environment is completed first: with what the caller set, or with the
 * embedded stack's, which is started for this and stopped again unless `npm start` runs it. The work must import the
 * app itself, since the app reads its environment once.
 */
export async function withAppEnvironment(work: () => Promise<void>): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (process.env.DATABASE_URL) return work();

  const directory = dataDirectory();
  const addresses = findRun(directory)?.addresses;
  if (!addresses) return withStartedServices(directory, work);
  Object.assign(process.env, appEnvironment(await loadSecrets(directory), addresses));
  return work();
}

async function withStartedServices(directory: string, work: () => Promise<void>): Promise<void> {
  const held = await holdDataDirectory(directory, console.log);
  if ("heldBy" in held)
    throw new Error("Trunkline is just starting or stopping here. Try again in a moment.");
  const parts = partList();
  try {
    const { environment } = await startServices({
      directory,
      record: held.record,
      progress: silentProgress,
      appUrl: process.env.APP_URL || "http://localhost:3000",
      ports: { supabase: 54_321, postgres: 54_322, sandbox: 54_323, mail: 54_324 },
      throwaway: false,
      onDatabaseLost: (lines) => console.error(`PostgreSQL stopped by itself.\n${lines}`),
      started: parts.add,
    });
    Object.assign(process.env, environment);
    await work();
  } finally {
    await parts.stopAll();
    held.record.release();
  }
}
