import "server-only";
import { adoptForConnection } from "#lib/webhooks/adopt-for-connection.ts";
import { maintainTables } from "#lib/webhooks/maintain-tables.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { sweep } from "#lib/webhooks/sweep.ts";
import type { JobName, JobPayload } from "./payloads.ts";
import { releaseAbandoned } from "./release-abandoned.ts";

/** What each job does, in one line. A job without a handler does not compile. */
export const handlers: { [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> } = {
  "webhook-events.process": ({ connectionId }) => processPending(connectionId),
  "webhook-events.adopt": ({ connectionId }) => adoptForConnection(connectionId),
  "webhook-events.sweep": () => sweep(),
  "webhooks.maintain": () => maintainTables(),
  "jobs.release-abandoned": () => releaseAbandoned(),
};
