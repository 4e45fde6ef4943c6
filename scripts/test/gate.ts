import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { whenInterrupted } from "./when-interrupted.ts";

export type Tally = { passed: number; failed: number };
export type Outcome = Tally & { ok: boolean; output: string };

/** One check that must hold. Its name is what `npm test -- <name>` takes. */
export type Gate = {
  name: string;
  title: string;
  /** `watched` lets the output through as it comes; otherwise it is kept until the gate has failed. */
  run: (watched: boolean) => Promise<Outcome>;
};

/** Runs a program to its end. A gate that is no test suite counts for nothing if it passes and for one if it fails. */
export async function runProgram(
  command: string,
  args: string[],
  watched: boolean,
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  // Only leaving FORCE_COLOR out keeps Vitest from colouring what is kept: to it, any value means yes.
  const colour = watched && process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
  const child = spawn(command, args, {
    env: { ...inherited, ...colour, ...environment },
    stdio: ["ignore", watched ? "inherit" : "pipe", watched ? "inherit" : "pipe"],
  });
  const forget = whenInterrupted(async () => void child.kill("SIGTERM"));
  const output: Buffer[] = [];
  child.stdout?.on("data", (chunk) => output.push(chunk));
  child.stderr?.on("data", (chunk) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  forget();
  const ok = code === 0;
  return { ok, passed: 0, failed: ok ? 0 : 1, output: Buffer.concat(output).toString() };
}

/** Replaces a suite's outcome by the numbers of its JSON report; without a report it counts as one failure. */
export function withTally(outcome: Outcome, reportFile: string, count: (report: unknown) => Tally): Outcome {
  if (!existsSync(reportFile)) return { ...outcome, ok: false, passed: 0, failed: 1 };
  const { passed, failed } = count(JSON.parse(readFileSync(reportFile, "utf8")));
  // A suite can fail without a failed test: a file that does not load, a worker that crashed.
  return { ...outcome, passed, failed: outcome.ok ? failed : Math.max(failed, 1) };
}
