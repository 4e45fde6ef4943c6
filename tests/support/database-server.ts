import type { TestProject } from "vitest/node";
import { startScratchDatabase } from "#scripts/stack/start-scratch-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The test server as its superuser, and the password of the role `postgres`, which the app connects as. */
    databaseServer: { adminUrl: string; password: string };
  }
}

/** One PostgreSQL for the whole run. Its database `postgres`, migrated once, is what each test file's own is copied from. */
export default async function setup(project: TestProject) {
  const { adminUrl, password, stop } = await startScratchDatabase();
  project.provide("databaseServer", { adminUrl, password });
  return stop;
}
