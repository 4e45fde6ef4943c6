import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { nodeProgram } from "#scripts/stack/node-program.ts";
import type { Part } from "#scripts/stack/part.ts";

export type KeptAlive = Part & { kill: () => void };

const pauseMs = 300;

/** One of the app's processes, started again soon whenever it ends, as any supervisor does. */
export function keptAlive(file: string, env: NodeJS.ProcessEnv, logFile: string): KeptAlive {
  const { command, args } = nodeProgram(file, { watch: false });
  let stopping = false;
  let again: NodeJS.Timeout | undefined;
  let child = launch();

  function launch(): ChildProcess {
    const log = openSync(logFile, "a");
    const launched = spawn(command, args, { env, stdio: ["ignore", log, log] });
    closeSync(log);
    launched.once("exit", () => {
      if (!stopping) again = setTimeout(() => (child = launch()), pauseMs);
    });
    return launched;
  }

  const kill = () => void child.kill("SIGKILL");
  const stop = async () => {
    stopping = true;
    clearTimeout(again);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  return { kill, stop };
}
