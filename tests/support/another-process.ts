import { type ChildProcess, spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** Another process of the app, which opens this connection's access that often at once. */
export function anotherProcess(connectionId: string, times: number): ChildProcess {
  const file = "tests/support/access-caller.ts";
  return spawn(process.execPath, ["--conditions=react-server", file, connectionId, String(times)], {
    env: process.env,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** What came of each, once it is done. */
export async function outcomesOf(child: ChildProcess): Promise<string[]> {
  if (!child.stdout) throw new Error("nothing to read from");
  return JSON.parse(await text(child.stdout));
}
