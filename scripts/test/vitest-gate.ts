import { join } from "node:path";
import { z } from "zod";
import { type Gate, runProgram, withTally } from "./gate.ts";

const Report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/** One of Vitest's projects, counted by its own report. */
export function vitestGate(project: string, title: string, folder: string, filters: string[]): Gate {
  const report = join(folder, `${project}.json`);
  return {
    name: project,
    title,
    async run(watched) {
      // Unwatched, only what failed is worth reading, and a log that keeps its first lines must not end before it.
      const reporters = [`--reporter=${watched ? "default" : "minimal"}`, "--reporter=json"];
      const outcome = await runProgram(
        "vitest",
        ["run", "--project", project, ...reporters, `--outputFile.json=${report}`, ...filters],
        watched,
      );
      return withTally(outcome, report, (text) => {
        const { numPassedTests: passed, numFailedTests: failed } = Report.parse(text);
        return { passed, failed };
      });
    },
  };
}
