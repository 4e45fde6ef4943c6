import { chmodSync, existsSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearLeftBehind } from "./clear-left-behind.ts";
import { clearStalePostgres } from "./clear-stale-postgres.ts";
import { removeDataDirectory } from "./remove-data-directory.ts";
import { takeDataDirectory } from "./run-record.ts";

const prefix = "trunkline-temporary-";

/** A data directory for a stack that is thrown away. Root's is open to the user postgres, who has to get in. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(directory, 0o755);
  return directory;
}

/** Clears away what killed runs could not: temporary directories no one holds, and the processes started there. */
export async function sweepTemporaryDirectories(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const directory = join(tmpdir(), name);
    if (statSync(directory, { throwIfNoEntry: false })?.uid !== (process.getuid?.() ?? 0)) continue;
    // Without a record it is so new that its maker has not come to hold it.
    if (!existsSync(join(directory, "run.json"))) continue;
    const taken = takeDataDirectory(directory);
    if ("heldBy" in taken) continue;
    if (taken.leftBehind) await clearLeftBehind(taken.leftBehind);
    await clearStalePostgres(join(directory, "postgres"));
    removeDataDirectory(directory);
  }
}
