import { isRunning } from "./process-identity.ts";
import type { Run } from "./run-record.ts";
import { stopProcess } from "./stop-process.ts";

/** Stops what a killed run has left running. Answers how many processes that were. */
export async function clearLeftBehind(run: Run): Promise<number> {
  const orphans = run.children.filter(isRunning);
  await Promise.all(orphans.map((orphan) => stopProcess(orphan, "SIGTERM")));
  return orphans.length;
}
