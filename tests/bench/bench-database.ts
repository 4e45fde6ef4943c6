import { type ScratchDatabase, startScratchDatabase } from "#scripts/stack/start-scratch-database.ts";
import { whenInterrupted } from "#scripts/test/when-interrupted.ts";

/** A database to measure on, which takes its gigabytes with it when the run is interrupted, too. */
export async function benchDatabase(options?: { durable: boolean }): Promise<ScratchDatabase> {
  const database = await startScratchDatabase(options);
  whenInterrupted(database.stop);
  return database;
}
