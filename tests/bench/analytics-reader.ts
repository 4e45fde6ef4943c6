import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Member } from "#lib/organizations/membership.ts";
import { benchEnvironment } from "./bench-environment.ts";

export type AnalyticsQuestion = { query: Record<string, string>; isContent: boolean };
export type AnalyticsReader = {
  /** How many milliseconds the answer took. */
  ask: (question: AnalyticsQuestion) => Promise<number>;
  stop: () => Promise<unknown>;
};

/** A process of its own for each database, as the app has one. */
export function startAnalyticsReader(databaseUrl: string, member: Member): AnalyticsReader {
  const child = fork(fileURLToPath(new URL("./answer-analytics.ts", import.meta.url)), {
    env: { ...process.env, ...benchEnvironment(databaseUrl), BENCH_MEMBER: JSON.stringify(member) },
  });
  const exit = once(child, "exit");
  const ended = exit.then(() => Promise.reject(new Error("the process that asks ended")));
  ended.catch(() => {});
  return {
    async ask(question) {
      child.send(question);
      const [took] = await Promise.race([once(child, "message"), ended]);
      return took as number;
    },
    async stop() {
      child.disconnect();
      await exit;
    },
  };
}
