import "server-only";
import { EventEmitter } from "node:events";
import { parseCronItems, run, type WorkerEvents } from "graphile-worker";
import { closeDatabase } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { schedule } from "./schedule.ts";
import { forbiddenFlags } from "./slow-jobs.ts";
import { workerLogger } from "./worker-logger.ts";
import { workerTasks } from "./worker-tasks.ts";

const concurrentJobs = 6;
const pollIntervalMs = 1_000;

const events: WorkerEvents = new EventEmitter();
let stopHeartbeat: () => Promise<void> = async () => {};
// The pool's id is what the queue writes beside a locked job, so it is what must be seen alive.
events.once("pool:create", ({ workerPool }) => {
  stopHeartbeat = startHeartbeat(workerPool.id);
});

// Heard from the first moment on, also while still starting. A second signal is not: a jammed worker dies of it.
const askedToStop = new Promise<void>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
});

const runner = await run({
  // LISTEN needs a session of its own, which a transaction pooler cannot give.
  connectionString: env.DIRECT_DATABASE_URL,
  maxPoolSize: concurrentJobs + 2,
  concurrency: concurrentJobs,
  pollInterval: pollIntervalMs,
  taskList: workerTasks(),
  parsedCronItems: parseCronItems(schedule),
  logger: workerLogger(),
  forbiddenFlags,
  noHandleSignals: true,
  events,
});

// What a crash left behind is found at once, not at the next full minute.
await runner.addJob("webhook-events.sweep", {}, { jobKey: "webhook-events.sweep" });
await runner.addJob("webhooks.maintain", {}, { jobKey: "webhooks.maintain" });
log().info("worker ready");
void askedToStop.then(() => runner.stop("asked to stop"));

try {
  await runner.promise;
} finally {
  await stopHeartbeat();
  await closeDatabase();
  log().info("worker stopped");
}
