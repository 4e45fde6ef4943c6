import { partList } from "#scripts/stack/part-list.ts";
import { terminalProgress } from "#scripts/stack/progress.ts";
import { removeDataDirectory } from "#scripts/stack/remove-data-directory.ts";
import { takeDataDirectory } from "#scripts/stack/run-record.ts";
import { type Stack, startStack } from "#scripts/stack/start-stack.ts";
import { temporaryDirectory } from "#scripts/stack/temporary-directory.ts";
import { whenInterrupted } from "#scripts/test/when-interrupted.ts";

/** Runs the whole product on a stack of its own, with the demo organization, for as long as the work lasts. */
export async function withStack(work: (stack: Stack) => Promise<void>): Promise<void> {
  const directory = temporaryDirectory();
  const taken = takeDataDirectory(directory);
  if ("heldBy" in taken) throw new Error(`${directory} was made just now and is taken.`);
  const parts = partList();
  const forget = whenInterrupted(parts.stopAll);
  try {
    const ports = { app: 3200, supabase: 54_621, postgres: 54_622, sandbox: 54_623, mail: 54_624 };
    const onDatabaseLost = (lines: string) => console.error(`PostgreSQL stopped.\n${lines}`);
    const plain = { development: false, throwaway: true, progress: terminalProgress };
    const options = { ...plain, directory, record: taken.record, ports, onDatabaseLost };
    await work(await startStack(options, parts.add));
  } finally {
    await parts.stopAll();
    forget();
    removeDataDirectory(directory);
  }
}
