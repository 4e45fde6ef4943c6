import "server-only";
import { Logger } from "graphile-worker";
import { log } from "#lib/log.ts";

const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** The queue's own remarks in our log. Its metadata is left out: it holds whole jobs. */
export function workerLogger(): Logger {
  return new Logger((scope) => (level, message) => {
    const { workerId, taskIdentifier, jobId } = scope;
    log()[levels[level]]({ workerId, task: taskIdentifier, jobId }, message);
  });
}
