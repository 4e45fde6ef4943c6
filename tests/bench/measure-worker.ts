import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Sql } from "postgres";
import { nodeProgram } from "#scripts/stack/node-program.ts";

type Options = { sql: Sql; connectionId: string; env: NodeJS.ProcessEnv };

/** How fast the worker works off what the load left behind, which no worker has touched yet. */
export async function measureWorker({ sql, connectionId, env }: Options): Promise<void> {
  const waiting = () => sql<{ count: number }[]>`
    select count(*)::int as count from webhook_events where connection_id = ${connectionId} and status = 'pending'`;
  const before = (await waiting())[0]?.count ?? 0;

  const { command, args } = nodeProgram("lib/jobs/worker.ts", { watch: false });
  const worker = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exit = once(worker, "exit");

  let first = 0;
  for (let left = before; left > 0; left = (await waiting())[0]?.count ?? 0) {
    // From the first event on: starting the process is not the work.
    if (first === 0 && left < before) first = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seconds = (performance.now() - first) / 1000;
  worker.kill("SIGTERM");
  await exit;
  console.log(`\nworker: ${Math.round(before / seconds)} events/s of one connection (${before} events)`);
}
