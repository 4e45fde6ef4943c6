import { lstatSync, readlinkSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Removes a temporary data directory, and its database when that had to be kept elsewhere. */
export function removeDataDirectory(directory: string): void {
  const database = join(directory, "postgres");
  if (lstatSync(database, { throwIfNoEntry: false })?.isSymbolicLink()) {
    rmSync(dirname(readlinkSync(database)), { recursive: true, force: true });
  }
  rmSync(directory, { recursive: true, force: true });
}
