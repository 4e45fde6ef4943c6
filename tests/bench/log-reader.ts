import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { benchEnvironment } from "./bench-environment.ts";
import type { LogOrganization } from "./log-organization.ts";

export type Reading = { tookMs: number; found: number; stoppedEarly: boolean };
export type LogReader = {
  ask: (question: string, round: number) => Promise<Reading>;
  stop: () => Promise<unknown>;
};

/** A process of its own for each database, as the app has one: it asks a question and says how long that took. */
export function startLogReader(databaseUrl: string, organization: LogOrganization): LogReader {
  const child = fork(fileURLToPath(new URL("./answer-log.ts", import.meta.url)), {
    env: {
      ...process.env,
      ...benchEnvironment(databaseUrl),
      BENCH_ORGANIZATION: JSON.stringify(organization),
    },
  });
  const exit = once(child, "exit");
  const ended = exit.then(() => Promise.reject(new Error("the process that asks the log ended")));
  ended.catch(() => {});
  return {
    async ask(question, round) {
      child.send({ question, round });
      const [reading] = await Promise.race([once(child, "message"), ended]);
      return reading as Reading;
    },
    async stop() {
      child.disconnect();
      await exit;
    },
  };
}
