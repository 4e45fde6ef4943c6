import type { CronItem } from "graphile-worker";
import type { JobName } from "./payloads.ts";

const recurring = (task: JobName, match: string): CronItem => ({
  task,
  match,
  identifier: task,
  // A job that did not finish before its next turn is not joined by a second one.
  options: { jobKey: task, maxAttempts: 1 },
});

/** What runs by the clock, in UTC, once for all workers together. */
export const schedule: CronItem[] = [
  recurring("webhook-events.sweep", "* * * * *"),
  recurring("jobs.release-abandoned", "* * * * *"),
  recurring("webhooks.maintain", "7 * * * *"),
  recurring("webhooks.retain", "33 3 * * *"),
  recurring("jobs.forget-given-up", "23 4 * * *"),
  recurring("connections.check-due", "17 * * * *"),
  recurring("connections.renew-due", "*/10 * * * *"),
  recurring("connections.catch-up", "47 * * * *"),
  recurring("connections.sync-due", "* * * * *"),
  recurring("connections.forget-syncs", "13 5 * * *"),
  recurring("connections.forget-secrets", "37 4 * * *"),
  recurring("connections.forget-attempts", "27 * * * *"),
  recurring("connections.forget-checks", "53 4 * * *"),
  recurring("reports.monthly", "11 * * * *"),
];
