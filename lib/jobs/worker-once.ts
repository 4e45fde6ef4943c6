import "server-only";
import { makeWorkerUtils, runOnce } from "graphile-worker";
import { env } from "#lib/env.ts";
import { recordHeartbeat } from "./heartbeat.ts";
import { schedule } from "./schedule.ts";
import { workerLogger } from "./worker-logger.ts";
import { workerTasks } from "./worker-tasks.ts";

const concurrentJobs = 4;

/** Runs what is due and returns: for hosting without a process that stays. Beside a real worker it does no harm. */
export async function runDueJobs(): Promise<void> {
  const options = { connectionString: env.DIRECT_DATABASE_URL, logger: workerLogger() };
  await recordHeartbeat("cron");

  const utils = await makeWorkerUtils({ ...options, maxPoolSize: 1 });
  try {
    for (const { task } of schedule) await utils.addJob(task, {}, { jobKey: task, maxAttempts: 1 });
  } finally {
    await utils.release();
  }

  await runOnce({
    ...options,
    taskList: workerTasks(),
    concurrency: concurrentJobs,
    maxPoolSize: concurrentJobs + 1,
    noHandleSignals: true,
  });
}
