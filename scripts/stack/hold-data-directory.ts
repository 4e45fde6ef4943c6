import { clearLeftBehind } from "./clear-left-behind.ts";
import { type Run, type RunRecord, takeDataDirectory } from "./run-record.ts";

const patienceMilliseconds = 1_500;
const patienceWhileStoppingMilliseconds = 20_000;

/**
 * Takes the data directory, after one that is stopping just now has let go of it, and stops what a killed run left
 * running. Answers the run that keeps it, if one does.
 */
export async function holdDataDirectory(
  directory: string,
  tell: (line: string) => void,
): Promise<{ record: RunRecord } | { heldBy: Run }> {
  const began = Date.now();
  for (;;) {
    const taken = takeDataDirectory(directory);
    if ("record" in taken) {
      const { record, leftBehind } = taken;
      const count = leftBehind ? await clearLeftBehind(leftBehind) : 0;
      if (leftBehind)
        tell(`  The last run was killed. ${count} of its processes were left, and are stopped now.`);
      return { record };
    }
    const { heldBy } = taken;
    const patience = heldBy.stopping ? patienceWhileStoppingMilliseconds : patienceMilliseconds;
    if (Date.now() - began > patience) return { heldBy };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
