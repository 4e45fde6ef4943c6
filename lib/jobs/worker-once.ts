import "server-only";
import { EventEmitter } from "node:events";
import { makeWorkerUtils, runOnce, type WorkerEvents } from "graphile-worker";
import { env } from "#lib/env.ts";
import { recordHeartbeat, startHeartbeat } from "./heartbeat.ts";
import { nextTurn } from "./next-turn.ts";
import { schedule } from "./schedule.ts";
import { workerLogger } from "./worker-logger.ts";
import { workerTasks } from "./worker-tasks.ts";

const concurrentJobs = 4;

/**
 * Runs what is due and returns: for hosting without a process that stays. Meant to be called once a minute: a retry
 * waits for the next call, and after two minutes without one the deployment counts as not ready. Calls that overlap
 * share the work, and beside a real worker one does no harm.
 */
export async function runDueJobs(): Promise<void> {
  const options = { connectionString: env.DIRECT_DATABASE_URL, logger: workerLogger() };
  // Between two calls this is what says that someone works.
  await recordHeartbeat("cron");
  await queueTurns(options);

  const events: WorkerEvents = new EventEmitter();
  let stopHeartbeat = async () => {};
  // The pool's id is what the queue writes beside a locked job, so it is what must be seen alive.
  events.once("pool:create", ({ workerPool }) => {
    stopHeartbeat = startHeartbeat(workerPool.id);
  });
  try {
    await runOnce({
      ...options,
      events,
      taskList: workerTasks(),
      concurrency: concurrentJobs,
      maxPoolSize: concurrentJobs + 1,
      noHandleSignals: true,
    });
  } finally {
    await stopHeartbeat();
  }
}

/** Has each recurring job wait for its turn. One that waits already keeps its time: else a late call would lose it. */
async function queueTurns(options: Parameters<typeof makeWorkerUtils>[0]): Promise<void> {
  const utils = await makeWorkerUtils({ ...options, maxPoolSize: 1 });
  const now = new Date();
  try {
    for (const item of schedule) {
      const spec = {
        runAt: nextTurn(item, now),
        jobKey: item.task,
        jobKeyMode: "preserve_run_at",
        maxAttempts: 1,
      } as const;
      await utils.addJob(item.task, {}, spec);
    }
  } finally {
    await utils.release();
  }
}
