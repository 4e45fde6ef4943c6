import { spawn } from "node:child_process";
import { once } from "node:events";

export type Program = { command: string; args: string[]; env: NodeJS.ProcessEnv; readyAt: string };

/** Runs a program for as long as the work lasts, from when it answers at `readyAt` on. */
export async function withProcess<Outcome>(program: Program, work: () => Promise<Outcome>): Promise<Outcome> {
  const { command, args, env, readyAt } = program;
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exit = once(child, "exit");
  const ended = exit.then(() => Promise.reject(new Error(`${args.join(" ")} ended`)));

  try {
    await Promise.race([ended, answered(readyAt)]);
    return await work();
  } finally {
    ended.catch(() => {});
    child.kill("SIGTERM");
    await exit;
  }
}

async function answered(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response && response.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
