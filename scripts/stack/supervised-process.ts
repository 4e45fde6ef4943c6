import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Part } from "./part.ts";

const firstPauseMilliseconds = 500;
const longestPauseMilliseconds = 30_000;
const healthyAfterMilliseconds = 60_000;
const graceMilliseconds = 8_000;

export type ProcessPlan = {
  name: string;
  command: string;
  args: string[];
  environment: NodeJS.ProcessEnv;
  /** Where its output goes; null lets it write to this process's own. */
  logFile: string | null;
  /** Resolves once the process serves. Not started before: what comes next relies on it. */
  ready: () => Promise<boolean>;
  /** Hears of each process id, so that another start can stop it if this one is killed. */
  onSpawn: (pid: number) => void;
  tell: (line: string) => void;
};

/** Starts the process, waits until it serves, and from then on starts it again whenever it ends by itself. */
export async function superviseProcess(plan: ProcessPlan): Promise<Part> {
  let stopping = false;
  let pause = firstPauseMilliseconds;
  let child = launch(plan);
  let exited = exitOf(child);
  let wake = () => {};

  const outcome = await Promise.race([exited, becomesReady(plan.ready, () => stopping)]);
  if (outcome !== "ready")
    throw new Error(`The ${plan.name} did not start (${outcome}).\n${lastLines(plan.logFile)}`);

  const watching = (async () => {
    for (let startedAt = Date.now(); ; startedAt = Date.now()) {
      const reason = await exited;
      if (stopping) return;
      if (Date.now() - startedAt > healthyAfterMilliseconds) pause = firstPauseMilliseconds;
      plan.tell(
        `The ${plan.name} stopped (${reason}). Starting it again in ${pause / 1000} s.\n${lastLines(plan.logFile)}`,
      );
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause);
      });
      if (stopping) return;
      pause = Math.min(pause * 2, longestPauseMilliseconds);
      child = launch(plan);
      exited = exitOf(child);
    }
  })();

  const stop = async () => {
    stopping = true;
    wake();
    signalGroup(child, "SIGTERM");
    const tooLong = setTimeout(() => signalGroup(child, "SIGKILL"), graceMilliseconds);
    await Promise.all([exited, watching]);
    clearTimeout(tooLong);
  };
  return { stop };
}

function launch({ command, args, environment, logFile, onSpawn }: ProcessPlan): ChildProcess {
  if (logFile) mkdirSync(dirname(logFile), { recursive: true });
  const log = logFile ? openSync(logFile, "a") : "inherit";
  const child = spawn(command, args, {
    env: environment,
    // A group of its own: Ctrl-C is for the supervisor, which stops its parts in their order.
    detached: true,
    stdio: ["ignore", log, log],
  });
  if (typeof log === "number") closeSync(log);
  if (child.pid) onSpawn(child.pid);
  return child;
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
}

async function becomesReady(ready: () => Promise<boolean>, gaveUp: () => boolean): Promise<"ready"> {
  while (!gaveUp() && !(await ready())) await new Promise((resolve) => setTimeout(resolve, 50));
  return "ready";
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended by itself just now.
  }
}

function lastLines(logFile: string | null): string {
  if (!logFile) return "";
  return `${readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-12).join("\n")}\n(all of it: ${logFile})`;
}
