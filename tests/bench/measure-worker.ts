import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Sql } from "postgres";
import { nodeProgram } from "#scripts/stack/node-program.ts";

type Options = { sql: Sql; connectionIds: string[]; env: NodeJS.ProcessEnv };

/** How many events a second one worker process works off, of those that wait and that no worker has touched yet. */
export async function measureWorker({ sql, connectionIds, env }: Options): Promise<number> {
  const waiting = async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from webhook_events
      where connection_id = any(${connectionIds}::uuid[]) and status = 'pending'`;
    return row?.count ?? 0;
  };
  const before = await waiting();

  const { command, args } = nodeProgram("lib/jobs/worker.ts", { watch: false });
  const worker = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exit = once(worker, "exit");

  let first = 0;
  let atFirst = before;
  for (let left = before; left > 0; left = await waiting()) {
    // From the first event on: starting the process is not the work.
    if (first === 0 && left < before) {
      first = performance.now();
      atFirst = left;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seconds = (performance.now() - first) / 1000;
  worker.kill("SIGTERM");
  await exit;
  return atFirst / seconds;
}
